import { corrupt, without } from '../../src/simulator/artifact.ts'
import type { Artifact } from '../../src/simulator/artifact.ts'
import { content, descriptor } from '../../src/simulator/content.ts'
import { indexOver } from '../../src/simulator/image.ts'
import { mediaTypes } from '../../src/simulator/media-types.ts'
import {
  cosignSignature,
  helmChart,
  nestedIndex,
  rawManifest,
  typedArtifact,
  typedAs,
} from '../../src/simulator/odd-artifact.ts'
import type { PullCase } from './pull-case.ts'
import { realImage, realIndex, signedSchema1 } from './real-image.ts'

type Row = readonly [
  what: string,
  make: (name: string) => Artifact,
  verdict: PullCase['verdict'],
  more?: Partial<PullCase>,
]

const index =
  (...entries: readonly string[]) =>
  (name: string) =>
    realIndex(name, entries)
const wrongShape = { schemaVersion: 2, mediaType: mediaTypes.oci.manifest, manifests: [] }
const local = { holds: 'local pull' } as const
const transfer = { holds: 'transfer service' } as const
const unread = 'layers and the configs of children are only looked at with the depth `blobs`'
const blobs = { depth: 'blobs' } as const

const rows: readonly Row[] = [
  ['an index with the platform', index('linux/amd64', 'linux/arm64'), 'pullable'],
  ['an index with the platform last', index('linux/s390x', 'linux/arm64', 'linux/amd64'), 'pullable'],
  ['a Docker list', name => realIndex(name, ['linux/amd64', 'linux/arm64'], 'docker'), 'pullable'],
  ['a single manifest', name => realImage({ name }), 'pullable'],
  ['a single Docker manifest', name => realImage({ name, format: 'docker' }), 'pullable'],
  ['an index without the platform', index('linux/arm64', 'linux/arm/v7'), 'unpullable'],
  ['an index for Windows alone', index('windows/amd64'), 'unpullable'],
  ['an index with nothing in it', index(), 'unpullable'],
  ['an attestation beside the platform', index('linux/amd64', 'unknown/unknown'), 'pullable'],
  ['attestations alone', index('unknown/unknown'), 'unpullable'],
  ['two entries for the platform', index('linux/amd64', 'linux/amd64'), 'pullable'],
  ['the platform as x86_64', index('linux/x86_64'), 'pullable'],
  ['the first level of amd64', index('linux/amd64/v1'), 'pullable'],
  ['the second level of amd64', index('linux/amd64/v2'), 'unpullable'],
  ['the third level beside the plain one', index('linux/amd64/v3', 'linux/amd64'), 'pullable'],
  ['only 386, pulled at once', index('linux/386'), 'pullable', local],
  ['only 386, transferred', index('linux/386'), 'unpullable', transfer],
  ['386 beside the platform', index('linux/386', 'linux/amd64'), 'pullable'],
  ['an entry without a platform', index('none'), 'pullable'],
  ['an entry without a platform beside the right one', index('none', 'linux/amd64'), 'pullable'],
  ['an entry without a platform beside another', index('none', 'linux/arm64'), 'unpullable'],
  ['an entry without a platform beside an attestation', index('none', 'unknown/unknown'), 'unpullable'],
  ['an entry without a platform beside 386', index('none', 'linux/386'), 'pullable', local],
  [
    'a child that was lost',
    name => without(realIndex(name, ['linux/amd64', 'linux/arm64']), { child: 'linux/amd64' }),
    'unpullable',
  ],
  [
    'the child of another platform lost',
    name => without(realIndex(name, ['linux/amd64', 'linux/arm64']), { child: 'linux/arm64' }),
    'pullable',
  ],
  ['a config that was lost', name => without(realImage({ name }), 'configs'), 'unpullable'],
  [
    'a config of a child that was lost',
    name => without(realIndex(name, ['linux/amd64']), 'configs'),
    'pullable',
    { pulls: false, because: unread },
  ],
  [
    'a config of a child that was lost, with all blobs asked for',
    name => without(realIndex(name, ['linux/amd64']), 'configs'),
    'unpullable',
    blobs,
  ],
  [
    'a layer that was lost',
    name => without(realImage({ name }), 'layers'),
    'pullable',
    { pulls: false, because: unread },
  ],
  [
    'a layer that was lost, with all blobs asked for',
    name => without(realImage({ name }), 'layers'),
    'unpullable',
    blobs,
  ],
  [
    'a layer of a child that was lost, with all blobs asked for',
    name => without(realIndex(name, ['linux/arm64', 'linux/amd64']), 'layers'),
    'unpullable',
    blobs,
  ],
  ['an index, with all blobs asked for', index('linux/amd64', 'linux/arm64'), 'pullable', blobs],
  [
    'a Docker list, with all blobs asked for',
    name => realIndex(name, ['linux/amd64', 'linux/arm64'], 'docker'),
    'pullable',
    blobs,
  ],
  ['a single manifest, with all blobs asked for', name => realImage({ name }), 'pullable', blobs],
  [
    'a child with other bytes than its digest, with all blobs asked for',
    name => indexOf(name, corrupt(realImage({ name }))),
    'unpullable',
    blobs,
  ],
  [
    'a child served as JSON, with all blobs asked for',
    name => indexOf(name, typedAs(realImage({ name }), 'application/json')),
    'pullable',
    blobs,
  ],
  [
    'an index in an index, with all blobs asked for',
    name => nestedIndex({ 'linux/amd64': realIndex(name, ['linux/amd64']) }),
    'pullable',
    blobs,
  ],
  [
    'an index in an index that lacks the platform, with all blobs asked for',
    name => nestedIndex({ 'linux/amd64': realIndex(name, ['linux/arm64']) }),
    'unpullable',
    blobs,
  ],
  ['an image for another CPU', name => realImage({ name, platform: 'linux/arm64' }), 'pullable'],
  ['an image whose config names no platform', name => realImage({ name, platform: null }), 'pullable'],
  ['a manifest served as JSON', name => typedAs(realImage({ name }), 'application/json'), 'unpullable'],
  ['a manifest served as an index', name => typedAs(realImage({ name }), mediaTypes.oci.index), 'unpullable'],
  [
    'an index served as a manifest',
    name => typedAs(realIndex(name, ['linux/amd64']), mediaTypes.oci.manifest),
    'unpullable',
  ],
  [
    'a manifest that looks like an index',
    name => rawManifest(mediaTypes.oci.manifest, { ...wrongShape, annotations: { name } }),
    'unpullable',
  ],
  ['a manifest that is no JSON', name => rawManifest(mediaTypes.oci.manifest, `{ "name": "${name}"`), 'unpullable'],
  ['a manifest with other bytes than its digest', name => corrupt(realImage({ name })), 'unpullable'],
  [
    'a manifest of more than four MiB',
    name => realImage({ name, fields: { annotations: { padding: 'x'.repeat(4_400_000) } } }),
    'unpullable',
  ],
  ['schema 1, pulled at once', signedSchema1, 'unknown', { holds: 'before 2.0', pulls: true }],
  ['schema 1, transferred', signedSchema1, 'unpullable', transfer],
  ['a Helm chart', name => helmChart(name), 'pullable', { holds: 'since 1.7' }],
  [
    'an artifact with the empty config',
    name => typedArtifact('application/vnd.example', sign(name)),
    'pullable',
    { holds: 'since 1.7' },
  ],
  ['a signature, unpacked', name => cosignSignature(sign(name)), 'unknown', { holds: 'until 1.6', pulls: false }],
  ['a signature, transferred', name => cosignSignature(sign(name)), 'pullable', transfer],
  ['a signature with the digest of its layer, unpacked', signature, 'unknown', { ...local, pulls: false }],
  ['a signature with the digest of its layer, transferred', signature, 'pullable', transfer],
  ['an index in an index', name => nestedIndex({ 'linux/amd64': realIndex(name, ['linux/amd64']) }), 'pullable'],
  ['a zstd layer', name => realImage({ name, layerType: 'application/vnd.oci.image.layer.v1.tar+zstd' }), 'pullable'],
  ['fewer layers than the config says', name => realImage({ name, diffIds: 2 }), 'unpullable'],
  [
    'a child with fewer layers than its config says',
    name => indexOf(name, realImage({ name, diffIds: 2 })),
    'pullable',
    { pulls: false, because: unread },
  ],
  [
    'a child with fewer layers than its config says, with all blobs asked for',
    name => indexOf(name, realImage({ name, diffIds: 2 })),
    'unpullable',
    blobs,
  ],
  ['an entry of another media type', oddEntry, 'unpullable'],
]

/** Every shape of content, by tag and by digest; nobody needs a login, and nothing is configured. */
export const contentCases: readonly PullCase[] = rows.flatMap(([what, make, verdict, more = {}]) => [
  {
    name: `${what}, by tag`,
    verdict,
    lay: ({ open }, repository) => {
      open.push(repository, 'v1', make(repository))
      return { image: `${open.host}/${repository}:v1` }
    },
    ...more,
  },
  {
    name: `${what}, by digest`,
    verdict,
    lay: ({ open }, repository) => ({
      image: `${open.host}/${repository}@${open.push(repository, [], make(repository))}`,
    }),
    ...more,
  },
])

function oddEntry(name: string): Artifact {
  const image = realImage({ name })
  const platform = { os: 'linux', architecture: 'amd64' }
  return indexOver('oci', [image], [descriptor(image.root, { mediaType: 'application/vnd.example+json', platform })])
}

function indexOf(name: string, child: Artifact): Artifact {
  const platform = { os: 'linux', architecture: 'amd64' }
  const entry = descriptor(child.root, { mediaType: mediaTypes.oci.manifest, platform, annotations: { name } })
  return indexOver('oci', [child], [entry])
}

function signature(name: string): Artifact {
  return realImage({ name, layerType: mediaTypes.simpleSigning })
}

function sign(name: string): string {
  return content('text/plain', name).digest
}

import { describe, expect, test } from 'vitest'
import { image, singleManifest } from '../../src/simulator/image.ts'
import { mediaTypes } from '../../src/simulator/media-types.ts'
import {
  cosignSignature,
  helmChart,
  nestedIndex,
  rawManifest,
  schema1,
  typedArtifact,
} from '../../src/simulator/odd-artifact.ts'
import { observe, titled, truthOf } from './trial.ts'
import type { Row } from './trial.ts'

const fine = { verdict: 'pullable', requests: 4 } as const
const error = { verdict: 'unknown', code: 'registry-error', requests: 3 } as const
const cut = { ...error, requests: 5, says: /shorter than/ } as const
const stopped = { verdict: 'unknown', code: 'registry-unreachable', requests: 4, patienceMs: 400 } as const
const invalid = { verdict: 'unpullable', code: 'manifest-invalid', requests: 3 } as const
// what is behind the manifest was asked for meanwhile
const byHead = { ...invalid, requests: 5 } as const
const garbledLater = [
  [{ after: 1 }, 'garbled-gzip'],
  [{ route: 'blob' }, 'limited-seconds'],
] as const
// what does not fit is read again
const otherLength = { ...invalid, requests: 6 } as const
const unsupported = { verdict: 'unpullable', code: 'unsupported-manifest', requests: 3 } as const
// the last one asks which tags there are
const missing = { verdict: 'unpullable', code: 'platform-missing', requests: 4 } as const

/** While an answer is sent. */
const bodies: readonly Row[] = [
  { fault: 'hang-mid-body', ...stopped },
  { fault: 'slow-drip', ...stopped },
  { fault: 'close-mid-body', ...cut },
  { fault: 'reset-mid-body', ...cut },
  { fault: 'cut-body', ...cut },
  { fault: 'gzip', ...otherLength, says: /HEAD states a length of/ },
  { fault: 'gzip', environment: { runtime: 'cri-o' }, ...fine },
  { fault: 'without-length', ...fine },
  { fault: 'garbled-gzip', ...error },
  { name: 'a body that is garbled since it was read', who: 'nobody', faults: garbledLater, ...error, requests: 9 },
  { fault: 'unknown-encoding', ...error },
  { fault: 'bad-chunk', ...error },
  { fault: 'html-200', ...error, requests: 1, says: /web page/ },
  { fault: 'status-204', ...error },
  { fault: 'endless-error-body', ...error },
  { fault: 'endless-body', ...invalid, says: /larger than runtimes accept/ },
  { fault: 'gzip-bomb', ...invalid, says: /larger than runtimes accept/ },
  { fault: 'empty-200', ...invalid, says: /no JSON/ },
]

/** 200, and still no image. */
const contents: readonly Row[] = [
  { fault: 'type-with-parameters', ...fine },
  { fault: 'type-json', ...unsupported },
  { fault: 'type-text', ...unsupported, says: /`text\/plain`/ },
  { fault: 'type-absent', ...unsupported },
  { fault: 'type-json', environment: { runtime: 'cri-o' }, ...unsupported, verdict: 'unknown' },
  { fault: 'type-of-the-other-kind', ...invalid },
  { fault: 'digest-absent', ...fine },
  { fault: 'digest-malformed', ...byHead, says: /HEAD request/ },
  { fault: 'digest-malformed', environment: { runtime: 'cri-o' }, ...fine },
  { fault: 'digest-sha512', ...byHead, says: /HEAD request/ },
  { fault: 'digest-lies', ...byHead, says: /HEAD request/ },
  { fault: 'digest-lies', environment: { runtime: 'cri-o' }, ...fine },
  { fault: 'head-without-digest-and-length', ...fine },
  { fault: 'head-length-zero', ...otherLength, says: /HEAD states a length of 0/ },
  { fault: 'head-length-huge', ...byHead, says: /larger than/ },
  { fault: 'head-length-wrong', ...otherLength, says: /HEAD states a length of 7/ },
  { fault: 'head-type-json', ...unsupported, requests: 5 },
  { fault: 'head-type-html', ...fine, requests: 5 },
  { fault: 'head-type-of-the-other-kind', ...invalid, requests: 6 },
  { fault: 'head-type-json-without-length', ...fine },
  { fault: 'head-digest-absent', ...fine },
  { fault: 'head-digest-lies', ...invalid, requests: 5, says: /HEAD request/ },
  { fault: 'head-digest-malformed', ...byHead },
  { fault: 'get-type-json', ...fine, requests: 6 },
  { fault: 'get-digest-lies', ...fine },
  { fault: 'warning', ...fine },
  { fault: 'body-of-another', ...missing },
  { fault: 'json-invalid', ...invalid },
  { fault: 'json-null', ...invalid },
  { fault: 'json-number', ...invalid },
  { fault: 'json-array', ...invalid },
  { fault: 'json-deep', ...invalid },
  { fault: 'json-duplicate-keys', ...unsupported, requests: 5 },
  { fault: 'json-bom', ...invalid, requests: 4, says: /digest/ },
  { fault: 'json-not-utf8', ...invalid },
  { fault: 'manifest-oversize', ...invalid, says: /larger than/ },
  { fault: 'manifest-empty-object', ...missing },
  { fault: 'manifest-wrong-types', ...invalid },
  { fault: 'manifest-proto', ...missing },
  { fault: 'manifest-both-kinds', ...invalid },
  { fault: 'manifest-negative-size', ...invalid, verdict: 'unknown', requests: 4, says: /negative size/ },
  { fault: 'manifest-bad-child-digest', ...invalid, requests: 5, says: /no valid digest/ },
  { fault: 'index-of-ten-thousand', ...missing },
  { fault: 'config-not-json', ...fine },
  { fault: 'config-not-json', holds: singleManifest(), ...error, requests: 4, says: /another digest/ },
  { fault: 'config-oversize', holds: singleManifest(), ...error, requests: 4 },
  { fault: 'blob-unknown', holds: singleManifest(), verdict: 'unpullable', code: 'blob-missing', requests: 4 },
  { fault: 'range-ignored', ...fine },
  { fault: 'echo-authorization', verdict: 'unpullable', code: 'pull-secret-rejected', requests: 2, says: /not for/ },
  { fault: 'terminal-escapes', verdict: 'unpullable', code: 'pull-secret-rejected', requests: 5 },
  { fault: 'errors-bare-object', verdict: 'unpullable', code: 'pull-secret-rejected', requests: 5 },
  { fault: 'errors-legacy-details', verdict: 'unpullable', code: 'pull-secret-rejected', requests: 5 },
]

const entry = { mediaType: mediaTypes.oci.manifest, digest: `sha256:${'ab'.repeat(32)}`, size: 2 }
const riscv = { os: 'linux', architecture: 'riscv64' }
const amd = { os: 'linux', architecture: 'amd64' }

/** Artifacts as they are pushed. */
const artifacts: readonly Row[] = [
  { name: 'an index', holds: image(), ...fine },
  { name: 'a Docker list', holds: image({ format: 'docker' }), ...fine },
  { name: 'one manifest', holds: singleManifest(), ...fine },
  {
    name: 'one manifest for arm64',
    holds: singleManifest({ platform: 'linux/arm64' }),
    ...fine,
    code: 'wrong-architecture',
  },
  { name: 'an index for arm64', holds: image({ platforms: ['linux/arm64'] }), ...missing },
  { name: 'an index with attestations', holds: image({ attestations: true }), ...fine },
  { name: 'an index of indexes', holds: nestedIndex({ 'linux/amd64': image() }), ...fine },
  { name: 'schema 1', holds: schema1(), ...unsupported, verdict: 'unknown', says: /schema 1/ },
  { name: 'schema 1', holds: schema1(), environment: { runtime: 'containerd-transfer' }, ...unsupported },
  { name: 'schema 1', holds: schema1(), environment: { runtime: 'cri-o' }, ...unsupported, verdict: 'unknown' },
  { name: 'a Helm chart', holds: helmChart(), verdict: 'pullable', code: 'not-an-image', requests: 3 },
  {
    name: 'an artifact',
    holds: typedArtifact('application/vnd.acme'),
    verdict: 'pullable',
    code: 'not-an-image',
    requests: 3,
  },
  { name: 'a signature', holds: cosignSignature(entry.digest), verdict: 'unknown', code: 'not-an-image', requests: 4 },
  { name: 'an unknown type', holds: rawManifest('application/vnd.acme+json', {}), ...unsupported },
  {
    name: 'a child that is not there',
    holds: indexWith({ ...entry, platform: amd }),
    verdict: 'unpullable',
    code: 'child-manifest-missing',
    requests: 5,
  },
  // what is wrong with an entry that no node of ours takes does no harm
  {
    name: 'an odd entry for others',
    holds: image({ entries: [{ ...entry, digest: 'nonsense', size: -1, platform: riscv }] }),
    ...fine,
  },
  {
    name: 'an entry without a type',
    holds: indexWith({ ...entry, mediaType: '', platform: amd }),
    ...unsupported,
    requests: 5,
  },
]

function indexWith(child: unknown) {
  return rawManifest(mediaTypes.oci.index, { schemaVersion: 2, mediaType: mediaTypes.oci.index, manifests: [child] })
}

describe('a body', () => {
  test.each(titled(bodies))('%s', async (_, row) => {
    expect(await observe(row)).toEqual(truthOf(row))
  })
})

describe('a manifest', () => {
  test.each(titled(contents))('%s', async (_, row) => {
    expect(await observe(row)).toEqual(truthOf(row))
  })
  test.each(titled(artifacts))('%s', async (_, row) => {
    expect(await observe(row)).toEqual(truthOf(row))
  })
})

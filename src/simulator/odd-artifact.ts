import type { Artifact } from './artifact.ts'
import { content, descriptor } from './content.ts'
import { indexOver } from './image.ts'
import { mediaTypes } from './media-types.ts'
import type { ImageFormat } from './media-types.ts'
import { platformOf } from './platform.ts'

/** A manifest of one's own: any body under any media type, with its true digest. */
export function rawManifest(mediaType: string, value: unknown): Artifact {
  const root = content(mediaType, value)
  return { root, manifests: [root], blobs: [] }
}

/** The same artifact, its root stored (and served) as another media type than its body says. */
export function typedAs(artifact: Artifact, mediaType: string): Artifact {
  const root = { ...artifact.root, mediaType }
  return { ...artifact, root, manifests: artifact.manifests.map(other => (other === artifact.root ? root : other)) }
}

/** Docker's schema 1, which today's runtimes refuse (distribution docs, spec/deprecated-schema-v1.md). */
export function schema1({ signed = true }: { readonly signed?: boolean } = {}): Artifact {
  const layer = content(mediaTypes.docker.layer, 'layer of old')
  const body = {
    schemaVersion: 1,
    name: 'acme/old',
    tag: 'v1',
    architecture: 'amd64',
    fsLayers: [{ blobSum: layer.digest }],
    history: [{ v1Compatibility: JSON.stringify({ id: 'a'.repeat(64), os: 'linux', architecture: 'amd64' }) }],
    ...(signed ? { signatures: [{ header: { alg: 'ES256' }, signature: 'made-up', protected: 'made-up' }] } : {}),
  }
  const root = content(signed ? mediaTypes.schema1Signed : mediaTypes.schema1, JSON.stringify(body, null, 3))
  return { root, manifests: [root], blobs: [layer] }
}

/** A Helm chart, as `helm push` stores it: an image manifest that no node can run. */
export function helmChart(name = 'shop', version = '1.0.0'): Artifact {
  const config = content(mediaTypes.helmConfig, { name, version, apiVersion: 'v2' })
  return artifactOf({ config, layer: content(mediaTypes.helmChart, `chart ${name} ${version}`) })
}

/** A cosign signature, as it is stored under `sha256-<hex>.sig`. */
export function cosignSignature(subject: string): Artifact {
  const payload = { critical: { image: { 'docker-manifest-digest': subject } }, optional: null }
  const config = content(mediaTypes.oci.config, { architecture: '', os: '', rootfs: { type: 'layers', diff_ids: [] } })
  return artifactOf({ config, layer: content(mediaTypes.simpleSigning, payload) })
}

/** An artifact of OCI 1.1: `artifactType` and the empty config (image-spec, manifest.md, "Guidelines for Artifact Usage"). */
export function typedArtifact(artifactType: string, subject?: string): Artifact {
  const config = content(mediaTypes.empty, '{}')
  const about =
    subject === undefined ? {} : { subject: { mediaType: mediaTypes.oci.manifest, digest: subject, size: 1 } }
  return artifactOf({ config, layer: content('text/plain', artifactType), more: { artifactType, ...about } })
}

/** An index whose entries are indexes: each is given for a platform, or for none. */
export function nestedIndex(inner: Readonly<Record<string, Artifact>>, format: ImageFormat = 'oci'): Artifact {
  const entries = Object.entries(inner).map(([platform, { root }]) =>
    descriptor(root, platform === '' ? {} : { platform: platformOf(platform) }),
  )
  return indexOver(format, Object.values(inner), entries)
}

interface ArtifactParts {
  readonly config: ReturnType<typeof content>
  readonly layer: ReturnType<typeof content>
  readonly more?: Readonly<Record<string, unknown>>
}

function artifactOf({ config, layer, more = {} }: ArtifactParts): Artifact {
  const mediaType = mediaTypes.oci.manifest
  const body = { schemaVersion: 2, mediaType, config: descriptor(config), layers: [descriptor(layer)], ...more }
  const root = content(mediaType, body)
  return { root, manifests: [root], blobs: [config, layer] }
}

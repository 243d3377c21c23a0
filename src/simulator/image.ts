import { gzipSync } from 'node:zlib'
import type { Artifact } from './artifact.ts'
import { content, descriptor } from './content.ts'
import type { Content, WrittenDescriptor } from './content.ts'
import { mediaTypes } from './media-types.ts'
import type { ImageFormat } from './media-types.ts'
import { platformOf } from './platform.ts'
import type { WrittenPlatform } from './platform.ts'

/** One image for one platform. */
export interface ManifestOptions {
  /** Default `linux/amd64`. */
  readonly platform?: string
  readonly format?: ImageFormat
  /** Makes otherwise equal images differ. */
  readonly name?: string
  readonly layers?: number
  /** Size that the descriptor of each layer claims, in bytes; the layers themselves are tiny. */
  readonly layerBytes?: number
  /** What the config says where it is to differ from `platform`; `null` writes a config without a platform. */
  readonly configPlatform?: string | null
  /** Overrides fields of the manifest, e.g. `{ mediaType: undefined }`. */
  readonly fields?: Readonly<Record<string, unknown>>
}

/** An index over images; `platforms` in the order in which they are written. */
export interface ImageOptions extends Omit<ManifestOptions, 'platform' | 'fields'> {
  /** Default `linux/amd64` and `linux/arm64`. */
  readonly platforms?: readonly string[]
  /** Adds one `unknown/unknown` entry for each platform, as buildkit does for provenance. */
  readonly attestations?: boolean
  /** Children whose entry names no platform. */
  readonly withoutPlatform?: readonly string[]
  /** Entries written as they are, after all others. */
  readonly entries?: readonly WrittenDescriptor[]
}

/** A manifest with its config and layers, not in an index. */
export function singleManifest(options: ManifestOptions = {}): Artifact {
  const types = mediaTypes[options.format ?? 'oci']
  const config = content(types.config, configOf(options))
  const layers = layersOf(options)
  const root = content(types.manifest, {
    schemaVersion: 2,
    mediaType: types.manifest,
    config: descriptor(config),
    layers: layers.map(layer => descriptor(layer, sizeOf(options))),
    ...options.fields,
  })
  return { root, manifests: [root], blobs: [config, ...layers] }
}

/** An OCI index, or a Docker manifest list, with everything below it. */
export function image(options: ImageOptions = {}): Artifact {
  const format = options.format ?? 'oci'
  const children = (options.platforms ?? ['linux/amd64', 'linux/arm64']).map(platform => {
    const artifact = singleManifest({ ...options, platform })
    return { artifact, entry: descriptor(artifact.root, { platform: platformOf(platform) }) }
  })
  const bare = (options.withoutPlatform ?? []).map(platform => {
    const artifact = singleManifest({ ...options, platform })
    return { artifact, entry: descriptor(artifact.root) }
  })
  const attestations = options.attestations === true ? children.map(child => attestationFor(child.artifact.root)) : []
  const parts = [...children, ...bare, ...attestations]
  const entries = [...parts.map(part => part.entry), ...(options.entries ?? [])]
  return indexOver(
    format,
    parts.map(part => part.artifact),
    entries,
  )
}

/** An index over given artifacts, with exactly the given entries. */
export function indexOver(
  format: ImageFormat,
  parts: readonly Artifact[],
  manifests: readonly WrittenDescriptor[],
): Artifact {
  const mediaType = mediaTypes[format].index
  const root = { ...content(mediaType, { schemaVersion: 2, mediaType, manifests }), entries: manifests }
  return {
    root,
    manifests: [root, ...parts.flatMap(part => part.manifests)],
    blobs: parts.flatMap(part => part.blobs),
  }
}

function configOf(options: ManifestOptions): unknown {
  const stated = options.configPlatform === undefined ? (options.platform ?? 'linux/amd64') : options.configPlatform
  const platform: Partial<WrittenPlatform> = stated === null ? {} : platformOf(stated)
  return {
    ...platform,
    config: { Labels: { name: options.name ?? 'image' } },
    rootfs: { type: 'layers', diff_ids: layersOf(options).map(layer => layer.digest) },
  }
}

function layersOf(options: ManifestOptions): Content[] {
  const type = mediaTypes[options.format ?? 'oci'].layer
  const seed = `${options.name ?? 'image'} ${options.platform ?? 'linux/amd64'}`
  return Array.from({ length: options.layers ?? 1 }, (_, at) => content(type, gzipSync(`${seed} layer ${at}`)))
}

function sizeOf(options: ManifestOptions): Readonly<Record<string, unknown>> {
  return options.layerBytes === undefined ? {} : { size: options.layerBytes }
}

function attestationFor(subject: Content): { artifact: Artifact; entry: WrittenDescriptor } {
  const artifact = singleManifest({ name: `attestation ${subject.digest}`, configPlatform: 'unknown/unknown' })
  const entry = descriptor(artifact.root, {
    annotations: {
      'vnd.docker.reference.digest': subject.digest,
      'vnd.docker.reference.type': 'attestation-manifest',
    },
    platform: { architecture: 'unknown', os: 'unknown' },
  })
  return { artifact, entry }
}

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { writeBelow } from './workbench.ts'

// Written from the OCI image specification, apart from the embedded registry, so that one mistake can't hide in both.
const indexType = 'application/vnd.oci.image.index.v1+json'
const manifestType = 'application/vnd.oci.image.manifest.v1+json'
const configType = 'application/vnd.oci.image.config.v1+json'
const layerType = 'application/vnd.oci.image.layer.v1.tar+gzip'

interface Descriptor {
  readonly mediaType: string
  readonly digest: string
  readonly size: number
  readonly platform?: Platform | undefined
}

interface Platform {
  readonly os: string
  readonly architecture: string
  readonly variant?: string | undefined
}

/** An image on disk as skopeo reads it. */
export interface Layout {
  /** For skopeo: the folder. */
  readonly folder: string
  /** Digest of the manifest of each platform. */
  readonly children: ReadonlyMap<string, string>
}

/** Writes an OCI layout with an index over one manifest for each platform (image-spec, image-layout.md). */
export async function indexLayout(folder: string, platforms: readonly string[]): Promise<Layout> {
  const manifests = await Promise.all(platforms.map(platform => writeManifest(folder, platform)))
  const index = await writeJson(folder, indexType, { schemaVersion: 2, mediaType: indexType, manifests })
  await finish(folder, index)
  return { folder, children: new Map(platforms.map((name, at) => [name, manifests[at]?.digest ?? ''])) }
}

/** Writes an OCI layout with one manifest and no index over it. */
export async function singleLayout(folder: string, platform: string): Promise<Layout> {
  const { platform: _, ...manifest } = await writeManifest(folder, platform)
  await finish(folder, manifest)
  return { folder, children: new Map([[platform, manifest.digest]]) }
}

async function finish(folder: string, root: Descriptor): Promise<void> {
  await writeBelow(folder, 'oci-layout', '{"imageLayoutVersion":"1.0.0"}')
  await writeBelow(folder, 'index.json', JSON.stringify({ schemaVersion: 2, manifests: [root] }))
}

async function writeManifest(folder: string, name: string): Promise<Descriptor> {
  const [os = '', architecture = '', variant] = name.split('/')
  const platform = { os, architecture, ...(variant !== undefined && { variant }) }
  // an empty archive is two blocks of zeros
  const archive = Buffer.alloc(1024)
  const layer = await writeBlob(folder, layerType, gzipSync(archive))
  const rootfs = { type: 'layers', diff_ids: [digestOf(archive)] }
  const config = await writeJson(folder, configType, { ...platform, config: { Labels: { folder } }, rootfs })
  const manifest = { schemaVersion: 2, mediaType: manifestType, config, layers: [layer] }
  return { ...(await writeJson(folder, manifestType, manifest)), platform }
}

async function writeJson(folder: string, mediaType: string, value: unknown): Promise<Descriptor> {
  return writeBlob(folder, mediaType, Buffer.from(JSON.stringify(value)))
}

async function writeBlob(folder: string, mediaType: string, bytes: Buffer): Promise<Descriptor> {
  const digest = digestOf(bytes)
  await writeBelow(folder, join('blobs', digest.replace(':', '/')), bytes)
  return { mediaType, digest, size: bytes.length }
}

function digestOf(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`
}

import { gzipSync, zstdCompressSync } from 'node:zlib'
import type { Artifact } from '../../src/simulator/artifact.ts'
import { content, descriptor, sha256 } from '../../src/simulator/content.ts'
import type { WrittenDescriptor } from '../../src/simulator/content.ts'
import { indexOver } from '../../src/simulator/image.ts'
import { mediaTypes } from '../../src/simulator/media-types.ts'
import type { ImageFormat } from '../../src/simulator/media-types.ts'
import { platformOf } from '../../src/simulator/platform.ts'

/** An image that a runtime can unpack: unlike the embedded registry's own, its layers are archives. */
export interface RealImage {
  /** Makes its content unlike any other's, so that no runtime has it already. */
  readonly name: string
  /** Of the config; null leaves it out. Default `linux/amd64`. */
  readonly platform?: string | null | undefined
  readonly format?: ImageFormat | undefined
  readonly layerType?: string | undefined
  /** How many layers the config says there are; default the one that is. */
  readonly diffIds?: number | undefined
  readonly fields?: Readonly<Record<string, unknown>> | undefined
}

/** One manifest with its config and one layer. */
export function realImage(options: RealImage): Artifact {
  const { name, platform = 'linux/amd64', format = 'oci', diffIds = 1, fields = {} } = options
  const types = mediaTypes[format]
  const archive = archiveOf('name', `${name} ${platform}`)
  const layerType = options.layerType ?? types.layer
  const layer = content(layerType, layerType.endsWith('zstd') ? zstdCompressSync(archive) : gzipSync(archive))
  const config = content(types.config, {
    ...(platform === null ? {} : platformOf(platform)),
    config: { Labels: { name } },
    rootfs: { type: 'layers', diff_ids: Array.from({ length: diffIds }, () => sha256(archive)) },
  })
  const layers = [descriptor(layer)]
  const written = { schemaVersion: 2, mediaType: types.manifest, config: descriptor(config), layers, ...fields }
  const root = content(types.manifest, written)
  return { root, manifests: [root], blobs: [config, layer] }
}

/** An index over one real image for each entry; an entry is a platform, or `none` for one that names no platform. */
export function realIndex(name: string, entries: readonly string[], format: ImageFormat = 'oci'): Artifact {
  const parts = entries.map((entry, at) => realImage({ name: `${name} ${at}`, platform: runnable(entry), format }))
  const named = entries.map((entry, at): WrittenDescriptor | undefined => {
    const root = parts[at]?.root
    return root && descriptor(root, entry === 'none' ? {} : { platform: platformOf(entry) })
  })
  return indexOver(
    format,
    parts,
    named.filter(entry => entry !== undefined),
  )
}

function runnable(entry: string): string {
  return entry === 'none' ? 'linux/amd64' : entry
}

/** What Docker pushed before 2017: a signed manifest of schema 1. The runtimes that take it check no signature. */
export function signedSchema1(name: string): Artifact {
  const [, layer] = realImage({ name }).blobs
  if (layer === undefined) throw new Error('an image has a layer')
  const v1Compatibility = JSON.stringify({ id: 'a'.repeat(64), os: 'linux', architecture: 'amd64', config: {} })
  const fields = { schemaVersion: 1, name, tag: 'v1', architecture: 'amd64' }
  const written = { ...fields, fsLayers: [{ blobSum: layer.digest }], history: [{ v1Compatibility }] }
  // the signature says where it was put in, so that it can be taken out again (libtrust, jsonsign.go)
  const open = JSON.stringify(written, null, 3).slice(0, -2)
  const place = JSON.stringify({ formatLength: open.length, formatTail: Buffer.from('\n}').toString('base64url') })
  const jwk = { kty: 'EC', crv: 'P-256', kid: 'x', x: 'x', y: 'y' }
  const signature = {
    header: { alg: 'ES256', jwk },
    signature: 'AAAA',
    protected: Buffer.from(place).toString('base64url'),
  }
  const root = content(mediaTypes.schema1Signed, `${open},\n   "signatures": ${JSON.stringify([signature])}\n}`)
  return { root, manifests: [root], blobs: [layer] }
}

/** A tar archive of one small file (POSIX ustar). */
function archiveOf(path: string, text: string): Buffer {
  const header = Buffer.alloc(512)
  const size = Buffer.byteLength(text)
  const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, '0')}\0`
  header.write(path, 0)
  header.write(octal(0o644, 8) + octal(0, 8) + octal(0, 8) + octal(size, 12) + octal(0, 12), 100)
  header.write('        0', 148)
  header.write('ustar\u000000', 257)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(octal(sum, 7), 148)
  const body = Buffer.alloc(Math.ceil(size / 512) * 512)
  body.write(text)
  return Buffer.concat([header, body, Buffer.alloc(1024)])
}

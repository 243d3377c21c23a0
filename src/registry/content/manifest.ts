import type { Buffer } from 'node:buffer'
import { objectOf, readDescriptor, readEntry } from './descriptor.ts'
import { digestOf } from './digest.ts'
import { kindOfMediaType } from './media-types.ts'
import type { Descriptor, InvalidManifest, Manifest } from './types.ts'

/** Bytes that containerd takes (core/remotes/docker/resolver.go, MaxManifestSize); more is "not found" to it. */
export const largestManifest = 4 * 1048 * 1048

/** What is read of a manifest before it is given up. */
export const manifestReadLimit = 8 * 1024 * 1024

export interface ManifestBody {
  readonly bytes: Buffer
  /** As the registry stated it, without parameters. */
  readonly mediaType: string
  /** The digest under which it was asked for. */
  readonly asked?: string | undefined
}

/** Reads a manifest as a runtime does: digest first, then the type that the registry states, then the shape. */
export function readManifest({ bytes, mediaType, asked }: ManifestBody): Manifest {
  const digest = digestOf(bytes, asked)
  const base = { mediaType, digest: asked ?? digest }
  if (asked !== undefined && asked !== digest)
    return invalid(base, 'digest-mismatch', `the content has the digest ${digest}`)
  if (bytes.length > largestManifest) return tooLarge(base, `${bytes.length} bytes`)
  const kind = kindOfMediaType(mediaType)
  if (kind === 'other') return { kind: 'unsupported', why: 'media-type', ...base }
  const document = parse(bytes)
  // what only has the type of schema 1 is taken by nobody
  if (kind === 'schema-1')
    return { kind: 'unsupported', why: document?.['schemaVersion'] === 1 ? 'schema-1' : 'media-type', ...base }
  if (document === undefined) return invalid(base, 'not-json', 'the manifest is no JSON object')
  if (document['fsLayers'] != null) return invalid(base, 'shape', 'the manifest holds fsLayers')
  return kind === 'index' ? readIndex(document, base) : readImage(document, base)
}

type Base = Pick<InvalidManifest, 'mediaType' | 'digest'>
type Document = Readonly<Record<string, unknown>>

/** A manifest that is too large to be read or taken. */
export function tooLarge(base: Base, size: string): InvalidManifest {
  return invalid(base, 'too-large', `the manifest has ${size}, more than the ${largestManifest} that containerd takes`)
}

function invalid(base: Base, why: InvalidManifest['why'], detail: string): InvalidManifest {
  return { kind: 'invalid', why, detail, ...base }
}

function parse(bytes: Buffer): Document | undefined {
  try {
    return objectOf(JSON.parse(bytes.toString()))
  } catch {
    return undefined
  }
}

// containerd refuses documents that could be read both ways (core/images/image.go, validateMediaType)
function readIndex(document: Document, base: Base): Manifest {
  if (document['config'] != null || document['layers'] != null)
    return invalid(base, 'shape', 'the index holds config or layers')
  const entries = readList(document['manifests'] ?? [], 'manifests', readEntry)
  return typeof entries === 'string' ? invalid(base, 'shape', entries) : { kind: 'index', entries, ...base }
}

function readImage(document: Document, base: Base): Manifest {
  if (document['manifests'] != null) return invalid(base, 'shape', 'the manifest holds a list of manifests')
  const config = readDescriptor(document['config'])
  if (typeof config === 'string') return invalid(base, 'shape', `config ${config}`)
  const layers = readList(document['layers'] ?? [], 'layers', readDescriptor)
  if (typeof layers === 'string') return invalid(base, 'shape', layers)
  const { artifactType } = document
  const type = typeof artifactType === 'string' && artifactType !== '' ? { artifactType } : {}
  return { kind: 'manifest', config, layers, ...type, ...base }
}

function readList(value: unknown, name: string, read: typeof readDescriptor): readonly Descriptor[] | string {
  if (!Array.isArray(value)) return `${name} is no list`
  const found: Descriptor[] = []
  for (const [position, item] of value.entries()) {
    const descriptor = read(item)
    if (typeof descriptor === 'string') return `${name}[${position}] ${descriptor}`
    found.push(descriptor)
  }
  return found
}

import { isDigest } from './digest.ts'
import type { Descriptor, ManifestPlatform } from './types.ts'

/** A JSON object, or undefined. */
export function objectOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
}

/** Reads a content descriptor; a text says what is wrong with it. */
export function readDescriptor(value: unknown): Descriptor | string {
  const fields = objectOf(value)
  if (fields === undefined) return 'is no object'
  const { mediaType, digest, size } = fields
  if (typeof mediaType !== 'string') return 'has no media type'
  if (typeof digest !== 'string' || !isDigest(digest)) return 'has no valid digest'
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) return 'has no valid size'
  return withPlatform({ mediaType, digest, size }, fields['platform'])
}

/**
 * Reads an entry of an index as the runtimes do: they look at the digest and size of the one entry that they take, so that
 * another one, however wrong, does no harm. What Go's decoder does not take is wrong for all.
 */
export function readEntry(value: unknown): Descriptor | string {
  const fields = objectOf(value)
  if (fields === undefined) return 'is no object'
  const { mediaType = '', digest = '', size = 0 } = fields
  if (typeof mediaType !== 'string') return 'has a media type that is no text'
  if (typeof digest !== 'string') return 'has a digest that is no text'
  if (typeof size !== 'number' || !Number.isInteger(size)) return 'has a size that is no whole number'
  return withPlatform({ mediaType, digest, size }, fields['platform'])
}

function withPlatform(descriptor: Descriptor, written: unknown): Descriptor | string {
  if (written === undefined || written === null) return descriptor
  const platform = readPlatform(written)
  return typeof platform === 'string' ? platform : { ...descriptor, platform }
}

/** Reads the platform of an index entry or a config. What is absent is empty, as for Go's decoder. */
export function readPlatform(value: unknown): ManifestPlatform | string {
  const fields = objectOf(value)
  if (fields === undefined) return 'names its platform in no JSON object'
  const texts = ['os', 'architecture', 'variant', 'os.version'].map(name => fields[name] ?? undefined)
  if (texts.some(text => text !== undefined && typeof text !== 'string'))
    return 'has a platform whose fields are no texts'
  const [os, architecture, variant, osVersion] = texts.map(text => (typeof text === 'string' ? text : undefined))
  const features = fields['os.features'] ?? undefined
  const osFeatures = Array.isArray(features) ? features.filter(feature => typeof feature === 'string') : undefined
  return {
    os: os ?? '',
    architecture: architecture ?? '',
    ...(variant ? { variant } : {}),
    ...(osVersion ? { osVersion } : {}),
    ...(osFeatures && osFeatures.length > 0 ? { osFeatures } : {}),
  }
}

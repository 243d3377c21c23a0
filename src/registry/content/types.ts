import type { Answer, Found } from '../answers/types.ts'

/** A content descriptor (OCI image spec, descriptor.md), reduced to what we judge. */
export interface Descriptor {
  readonly mediaType: string
  readonly digest: string
  readonly size: number
  readonly platform?: ManifestPlatform | undefined
}

/** The platform object of an index entry or an image config, as written. */
export interface ManifestPlatform {
  readonly os: string
  readonly architecture: string
  readonly variant?: string | undefined
  readonly osVersion?: string | undefined
  readonly osFeatures?: readonly string[] | undefined
}

interface ManifestBase {
  readonly mediaType: string
  /** Digest of the body we read, or the one that the registry stated when the body was not read. */
  readonly digest: string
}

/** What an image config states, as far as a pull depends on it. */
export interface ImageConfig extends ManifestPlatform {
  /** How many layers it lists (`rootfs.diff_ids`); undefined where it lists none in the right shape. */
  readonly diffIds?: number | undefined
}

/** What stands behind a tag or digest. */
export type Manifest = ImageIndex | ImageManifest | UnsupportedManifest | InvalidManifest | UnreadManifest

export interface ImageIndex extends ManifestBase {
  readonly kind: 'index'
  readonly entries: readonly Descriptor[]
}

export interface ImageManifest extends ManifestBase {
  readonly kind: 'manifest'
  readonly artifactType?: string | undefined
  readonly config: Descriptor
  readonly layers: readonly Descriptor[]
}

export interface UnsupportedManifest extends ManifestBase {
  readonly kind: 'unsupported'
  readonly why: 'schema-1' | 'media-type'
}

export interface InvalidManifest extends ManifestBase {
  readonly kind: 'invalid'
  readonly why: 'digest-mismatch' | 'too-large' | 'not-json' | 'shape' | 'headers'
  readonly detail: string
}

/** It is there, but its body could not be read (a GET limited after a good HEAD, say). */
export interface UnreadManifest extends ManifestBase {
  readonly kind: 'unread'
  readonly because: Exclude<Answer<never>, Found<never>>
}

/** What a node is, an index entry is for, or an image config states (OCI image spec, image-index.md, platform). */
export interface Platform {
  readonly os: string
  readonly architecture: string
  readonly variant?: string | undefined
  /** On Windows `major.minor.build` and perhaps a revision; without it any build matches. */
  readonly osVersion?: string | undefined
  readonly osFeatures?: readonly string[] | undefined
}

/** A platform as a person wrote it, or why it is none. */
export type ParsedPlatform = { readonly kind: 'platform'; readonly platform: Platform } | PlatformError

export interface PlatformError {
  readonly kind: 'platform-error'
  readonly written: string
  readonly why: 'empty' | 'wildcard' | 'no-architecture' | 'too-many-parts' | 'characters'
  /** The part that is wrong, at most 80 characters. */
  readonly detail: string
}

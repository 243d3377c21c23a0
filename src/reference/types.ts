/** An image reference taken apart as the kubelet and the runtimes do (distribution/reference, normalize.go). */
export interface Reference {
  readonly kind: 'reference'
  /** Not trimmed. */
  readonly written: string
  /** `docker.io`, `ghcr.io`, `localhost:5000`, `[::1]:5000`; empty for a name such as `foo_bar.com/app`. */
  readonly domain: string
  /** `library/nginx`. */
  readonly path: string
  /** Domain and path: what the kubelet looks up in its keyring. */
  readonly repository: string
  readonly tag: string | null
  readonly digest: string | null
  /** Repository with the tag and digest that were written; `:latest` where neither was. */
  readonly normalized: string
  /** What the runtimes resolve: the digest where there is one, else the tag. */
  readonly pull: string
}

/** A text that no node can pull: it ends in InvalidImageName. */
export interface ReferenceError {
  readonly kind: 'reference-error'
  readonly written: string
  /** The class of error that distribution/reference or go-digest gives. */
  readonly error: ReferenceErrorClass
  readonly reason: ReferenceReason
}

export type ReferenceErrorClass =
  | 'format'
  | 'uppercase'
  | 'hex64'
  | 'too-long'
  | 'digest-unsupported'
  | 'digest-length'
  | 'digest-format'

/** What a person would call wrong, with the text that is (at most 80 characters; may be empty). */
export interface ReferenceReason {
  readonly code: ReferenceReasonCode
  readonly detail: string
}

export type ReferenceReasonCode =
  | 'empty'
  | 'too-long'
  | 'template-residue'
  | 'white-space'
  | 'url-scheme'
  | 'image-id'
  | 'missing-name'
  | 'empty-path-part'
  | 'upper-case'
  | 'path-characters'
  | 'path-too-long'
  | 'host'
  | 'port'
  | 'empty-tag'
  | 'plus-in-tag'
  | 'tag-too-long'
  | 'tag-characters'
  | 'several-tags'
  | 'empty-digest'
  | 'tag-after-digest'
  | 'digest-without-algorithm'
  | 'digest-algorithm'
  | 'digest-upper-case'
  | 'digest-length'
  | 'digest-characters'

export type ParsedReference = Reference | ReferenceError

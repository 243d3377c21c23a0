/** A place in a file; line and column are 1-based. The file is root-relative. */
export interface FilePlace {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Who said a value: the call (a flag or an input, as it is spelled), a line of the configuration file, or nobody. */
export type Origin =
  | { readonly kind: 'call'; readonly spelled: string }
  | { readonly kind: 'file'; readonly place: FilePlace }
  | { readonly kind: 'default' }

/** A value that knows where it came from. */
export interface Sourced<T> {
  readonly value: T
  readonly origin: Origin
  /** As it was written, where that says more than the value. */
  readonly shown?: string | undefined
}

/** One value as it was decided, in words. No secret is part of it. */
export interface Decision {
  readonly key: string
  readonly shown: string
  readonly origin: Origin
}

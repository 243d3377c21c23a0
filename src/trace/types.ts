/** The place a person must edit. Lines and columns are 1-based; `endColumn` is exclusive. */
export interface Location {
  readonly file: string
  readonly line?: number | undefined
  readonly column?: number | undefined
  readonly endLine?: number | undefined
  readonly endColumn?: number | undefined
  /** The key that holds the value, e.g. `image.tag`. */
  readonly path?: string | undefined
  /** How sure: the very span, the template's text, or only the file. */
  readonly confidence: 'exact' | 'template' | 'file'
  /** What decides the value where that is the call itself, e.g. `--set image.tag=…`. */
  readonly setBy?: string | undefined
}

/**
 * Where the objects of custom kinds name images that nodes will pull. Paths are from the object's root; `[]` stands for
 * every item of a list, `*` for every value of a map. What a field leaves out, the operator fills in.
 */
export interface CustomResourceRow {
  readonly group: string
  readonly kinds: readonly string[]
  /** Pod templates: the PodSpec is below, at `spec`. */
  readonly templates?: readonly string[] | undefined
  /** Objects that are written like a PodSpec. */
  readonly pods?: readonly string[] | undefined
  /** Objects that are written like a container, with the reference at `image`. */
  readonly containers?: readonly string[] | undefined
  /** References themselves. */
  readonly images?: readonly string[] | undefined
  /** References that the operator puts together. */
  readonly composed?: readonly ComposedImage[] | undefined
}

/** An object whose fields together are a reference. */
export interface ComposedImage {
  /** Path of the object. */
  readonly at: string
  readonly repository: string
  readonly tag: string
  /** The hex digits of a sha256 digest, which win over the tag. */
  readonly sha?: string | undefined
  /** A field that, where it is written, makes the operator ignore these. */
  readonly unless?: string | undefined
}

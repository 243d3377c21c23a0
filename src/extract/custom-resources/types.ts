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
  /** Names of pull secrets, as text or as `name` of a map; the operator gives them to pods that name none themselves. */
  readonly pullSecrets?: readonly string[] | undefined
  /** The ServiceAccount of pods that name none themselves. */
  readonly serviceAccounts?: readonly string[] | undefined
  /** The namespace of the pods, where it is not that of the object. */
  readonly namespace?: string | undefined
}

/** An object whose fields together are a reference. Names of fields are paths below it. */
export interface ComposedImage {
  /** Path of the object. */
  readonly at: string
  /** What the repository is below, with or without its own last slash. */
  readonly registry?: string | undefined
  readonly repository: string
  readonly tag: string
  /** A digest, or the hex digits of a sha256 one, which wins over the tag. */
  readonly digest?: string | undefined
  /** A field that, where it is written, makes the operator ignore these. */
  readonly unless?: string | undefined
  /** What the operator takes for a field that is not written. */
  readonly defaults?: Readonly<Partial<Record<'registry' | 'repository' | 'tag', string | undefined>>> | undefined
}

/** No object of a cluster has more images: with any name they would be larger than etcd takes. */
export const mostImages = 10_000

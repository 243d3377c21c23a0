import type { Fields } from '../../extract/document/untyped.ts'
import type { Delivery } from './delivered.ts'

/** One entry of an Application's `source` or `sources`. */
export interface ArgoSource {
  readonly fields: Fields
  /** Where the fields stand in the object. */
  readonly path: readonly (string | number)[]
  readonly delivery: Delivery
  /** URLs of the sources that values files name by `$ref/…`. */
  readonly refs: ReadonlyMap<string, string>
  readonly release: string
  readonly namespace: string | undefined
}

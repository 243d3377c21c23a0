import type { Fields } from '../../src/triage/fields.ts'

/** A cluster as kubectl would print it, and what triage must say. */
export interface Scenario {
  readonly title: string
  readonly objects: readonly Fields[]
  /** `Kind namespace/name` → `layer code`. */
  readonly broken?: Readonly<Record<string, string>>
  readonly recovered?: readonly string[]
  readonly starting?: readonly string[]
}

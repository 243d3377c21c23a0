/** Values by name; `path` of the git generator is a map. */
export type Parameters = Readonly<Record<string, unknown>>

/** The sets of parameters that a generator gives, and what only a cluster or another service knows. */
export interface Generated {
  readonly sets: readonly Parameters[]
  readonly gaps: readonly string[]
  /** What it lays over the template of the ApplicationSet. */
  readonly template?: unknown
}

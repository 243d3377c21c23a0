import type { ConfigFacts } from './find-config.ts'

/** What a shell adds that no setting says. `paths` and `values` of `raw` are told from the root, other files from the working folder. */
export interface CallFacts extends ConfigFacts {
  /** An environment variable of the run, for `from-env`. */
  readonly environment: (name: string) => string | undefined
  readonly offline: boolean
  readonly stdin?: string | undefined
}

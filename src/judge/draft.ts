import type { Answer } from '../registry/answers/types.ts'
import type { FindingCode, Severity } from './codes.ts'
import type { FindingArgs, Layer, Verdict } from './types.ts'

/** A finding before it is known for which use, severity and setting it counts. */
export interface Draft {
  readonly code: FindingCode
  readonly verdict: Verdict
  readonly args: FindingArgs
  readonly platform?: string | undefined
  readonly answers?: readonly Answer<unknown>[] | undefined
  readonly notChecked?: readonly Layer[] | undefined
  /** Where a rule lowers or raises what the code says by default. */
  readonly severity?: Severity | undefined
  /** False for a fact about a secret or source rather than about the image. */
  readonly ofImage?: boolean | undefined
}

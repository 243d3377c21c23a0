import type { FindingCode } from '../../judge/codes.ts'
import type { Finding, FindingArgs } from '../../judge/types.ts'

/**
 * What a row says of a finding. Plain English; everything that comes from outside stands between backticks, made by
 * `code`, so that a view can tell our words from theirs.
 */
export interface Wording {
  /** What happened. */
  readonly message: string
  /** Why. */
  readonly cause: string
  /** What to do, where no better fix is known. */
  readonly fix?: string | undefined
  /** Shell commands, safely quoted. */
  readonly commands?: readonly string[] | undefined
  /** Lines of YAML to put into a manifest. */
  readonly snippet?: readonly string[] | undefined
}

export type Say = (args: FindingArgs, finding: Pick<Finding, 'verdict' | 'trail'>) => Wording

/** The rows of one layer. */
export type Rows<Code extends FindingCode> = Readonly<Record<Code, Say>>

import type { FindingCode } from '../judge/codes.ts'
import type { TriageCode } from '../triage/code-list.ts'

/** What a message can be explained by: a finding of a pull, or a failure beside it. */
export type CauseCode = FindingCode | TriageCode

/** `certain`: the text leaves no other. `likely` stands before what is only `possible`. */
export type Likelihood = 'certain' | 'likely' | 'possible'

/** One explanation of a message. */
export interface Cause {
  readonly code: CauseCode
  readonly layer: string
  readonly likelihood: Likelihood
  /** What tells it from the others: a command, or a place to look at. */
  readonly check: string
}

/** A piece of text that is characteristic of one or several causes, the most likely first. */
export interface Shape {
  readonly when: RegExp
  readonly causes: readonly [CauseCode, ...CauseCode[]]
  /** The text says only that something failed; it counts only where nothing says more. */
  readonly vague?: true
}

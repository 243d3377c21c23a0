import type { HttpFailure } from '../transport/http.ts'
import type { Absent, Blocked, Failed, FailureCode, Limited, Refused } from '../answers/types.ts'

/** Why there is nothing to give: an answer before its trail is known. */
export type Cause =
  | Omit<Absent, 'trail'>
  | Omit<Refused, 'trail'>
  | Omit<Blocked, 'trail'>
  | Omit<Limited, 'trail'>
  | Omit<Failed, 'trail'>

export type Place = Failed['at']

interface FailedFacts {
  readonly host: string
  readonly at: Place
  readonly status?: number | undefined
  readonly detail: string
}

/** A failure, as a cause. */
export function failed(failure: FailureCode, facts: FailedFacts): Omit<Failed, 'trail'> {
  return { kind: 'failed', failure, ...facts }
}

/** What the transport could not do, at the place where it happened. */
export function failedToReach(result: HttpFailure, at: Place): Omit<Failed, 'trail'> {
  return failed(result.code, { host: result.host, at: result.atProxy ? 'proxy' : at, detail: result.detail })
}

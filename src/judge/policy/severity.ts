import type { Policy } from '../../config/types.ts'
import type { Draft } from '../draft.ts'
import { defaultSeverity } from './rules.ts'
import type { Severity } from '../codes.ts'

/**
 * How much a draft weighs: the user's rule for its code, else what the judging said, else the default. An error whose
 * outcome could not be told is a warning.
 */
export function severityOf(draft: Draft, policy: Policy): Severity {
  const set = policy.severities.get(draft.code)
  if (set !== undefined) return set
  if (draft.code === 'registry-not-allowed' && policy.allowedRegistries.length > 0) return 'error'
  const severity = draft.severity ?? defaultSeverity(draft.code)
  return severity === 'error' && draft.verdict === 'unknown' ? 'warning' : severity
}

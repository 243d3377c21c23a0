import type { IgnoreRule } from '../../config/types.ts'

/** An ignore rule that does nothing: its last day is over, or no finding of this run is like it. */
export interface IgnoreNote {
  readonly why: 'expired' | 'unmatched'
  readonly rule: IgnoreRule
}

/** The rules that do nothing; `today` is an ISO date. Without `used` nothing was asked, so only dates can be told. */
export function ignoreNotes(
  rules: readonly IgnoreRule[],
  today: string,
  used: ReadonlySet<IgnoreRule> | undefined,
): readonly IgnoreNote[] {
  return rules.flatMap((rule): readonly IgnoreNote[] => {
    if (rule.expires !== undefined && rule.expires < today) return [{ why: 'expired', rule }]
    return used === undefined || used.has(rule) ? [] : [{ why: 'unmatched', rule }]
  })
}

import type { Report, ReportFinding } from './schema.ts'
import type { ReportParts } from './types.ts'

/** What the run's verdict is made from. */
export type Tally = Pick<Report, 'summary' | 'sources' | 'uses' | 'findings'>

/**
 * `fail`: at least one counted error. `unknown`: something that counts could not be told, or nothing at all was
 * checked, as where nothing is asked. A change that touches no source is a pass. What only looks like an image decides
 * nothing.
 */
export function runVerdict(tally: Tally, parts: Pick<ReportParts, 'request' | 'untouched'>): Report['verdict'] {
  if (parts.request.offline) return 'unknown'
  const counted = tally.findings.filter(({ counts }) => counts)
  if (counted.some(({ severity }) => severity === 'error')) return 'fail'
  if (isUntouched(tally, parts)) return 'pass'
  if (tally.uses.every(({ verdict }) => verdict === 'not-checked')) return 'unknown'
  const certain = certainUses(tally)
  const isCertain = ({ uses }: ReportFinding): boolean => uses.length === 0 || uses.some(use => certain.has(use))
  const untold =
    counted.some(finding => finding.verdict === 'unknown' && finding.image !== null && isCertain(finding)) ||
    unexplained(tally, parts)
  return untold ? 'unknown' : 'pass'
}

/** Ids of the uses that a node will pull for sure. */
function certainUses({ uses }: Pick<Tally, 'uses'>): ReadonlySet<string> {
  return new Set(uses.filter(({ role }) => role !== 'heuristic').map(({ id }) => id))
}

/** Whether the change touches no source, so that there was nothing to check. */
export function isUntouched(
  { sources }: Pick<Tally, 'sources'>,
  { untouched }: Pick<ReportParts, 'untouched'>,
): boolean {
  return sources.length === 0 && untouched !== undefined && untouched.length > 0
}

// an unknown use always has a finding, unless a rule turned it off
function unexplained({ uses, findings }: Tally, { request }: Pick<ReportParts, 'request'>): boolean {
  if ([...request.policy.severities.values()].includes('off')) return false
  const explained = new Set(findings.flatMap((finding: ReportFinding) => finding.uses))
  return uses.some(({ verdict, id, role }) => verdict === 'unknown' && role !== 'heuristic' && !explained.has(id))
}

import type { PathProblem } from '../discover/types.ts'
import type { Report } from './schema.ts'

/**
 * 0 for `pass`, 1 for `fail`, 0 or 1 for `unknown` as the user set; 2 where nothing could be checked for a reason of the
 * call itself: paths that match nothing, no renderer, every source failed to render.
 */
export function exitCode(
  report: Pick<Report, 'verdict' | 'sources' | 'untouched'>,
  onUnknown: 'warn' | 'fail',
  callProblems: readonly PathProblem[],
): 0 | 1 | 2 {
  if (couldNotStart(report, callProblems)) return 2
  switch (report.verdict) {
    case 'pass':
      return 0
    case 'fail':
      return 1
    case 'unknown':
      return onUnknown === 'fail' ? 1 : 0
  }
}

function couldNotStart(
  { sources, untouched = [] }: Pick<Report, 'sources' | 'untouched'>,
  callProblems: readonly PathProblem[],
): boolean {
  if (sources.some(({ status }) => status === 'rendered')) return false
  const broken = sources.some(({ status, reason }) => status === 'failed' || reason === 'no-program')
  return broken || (callProblems.length > 0 && untouched.length === 0)
}

import type { RunEvent } from './event.ts'

/** Which pull request a run reports to. */
export type PullRequestChoice =
  | { readonly kind: 'number'; readonly number: number }
  /** Only GitHub can tell: the pull request with this head, see `findPullRequest`. */
  | { readonly kind: 'by-commit'; readonly headSha: string; readonly headLabel: string | undefined }
  | { readonly kind: 'none' }
  /** The input `pr-number` is no positive integer. */
  | { readonly kind: 'invalid'; readonly input: string }

/**
 * Chooses by the first rule that applies: the input, the event's own pull request, the one of the run that this
 * workflow follows. A merge group is about several changes at once and comments nowhere.
 */
export function choosePullRequest(event: RunEvent, input: string): PullRequestChoice {
  if (event.kind === 'merge-group') return { kind: 'none' }
  if (input.trim() !== '') return fromInput(input.trim())
  switch (event.kind) {
    case 'pull-request':
    case 'pull-request-target':
      return { kind: 'number', number: event.number }
    case 'workflow-run':
      return fromWorkflowRun(event)
    case 'push':
    case 'schedule':
    case 'workflow-dispatch':
    case 'other':
      return { kind: 'none' }
  }
}

function fromInput(input: string): PullRequestChoice {
  return /^[1-9]\d{0,8}$/.test(input) ? { kind: 'number', number: Number(input) } : { kind: 'invalid', input }
}

function fromWorkflowRun(event: Extract<RunEvent, { kind: 'workflow-run' }>): PullRequestChoice {
  const [first, ...others] = event.pullRequests
  if (first === undefined) return { kind: 'by-commit', headSha: event.headSha, headLabel: event.headLabel }
  return others.length === 0 ? { kind: 'number', number: first } : { kind: 'none' }
}

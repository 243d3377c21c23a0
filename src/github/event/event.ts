import { mergeGroupNumber } from './merge-group.ts'
import { at, numberAt, shaAt, textAt } from './payload.ts'

/** What of the environment says why the run was started: `GITHUB_EVENT_NAME`, `GITHUB_ACTOR`. */
export interface EventEnvironment {
  readonly name: string
  readonly actor: string
}

/** Why the run was started, with the commits it is about. Anything odd in the payload gives `other`. */
export type RunEvent =
  | PullRequestEvent
  | {
      readonly kind: 'merge-group'
      readonly headSha: string
      readonly baseSha: string
      /** The change that is merged, where the ref names exactly one. */
      readonly number: number | undefined
      readonly isDependabot: boolean
    }
  | { readonly kind: 'push'; readonly headSha: string | undefined; readonly isDependabot: boolean }
  | WorkflowRunEvent
  | { readonly kind: 'schedule' | 'workflow-dispatch' }
  | OtherEvent

export interface OtherEvent {
  readonly kind: 'other'
  readonly name: string
  /** The part of the payload that is not as GitHub sends it. */
  readonly missing?: string | undefined
  /** Whether it is about a pull request that may be a fork's: a review, or a comment that has it checked out. */
  readonly isFork: boolean
}

export interface PullRequestEvent {
  readonly kind: 'pull-request' | 'pull-request-target'
  readonly number: number
  readonly headSha: string
  readonly baseSha: string
  /** True also where the payload cannot say: a fork gets less, so that is the safe side. */
  readonly isFork: boolean
  readonly isDependabot: boolean
  readonly isOpen: boolean
}

export interface WorkflowRunEvent {
  readonly kind: 'workflow-run'
  /** Number of the run that this one follows. */
  readonly runId: number | undefined
  readonly headSha: string
  /** `owner:branch` of the run, to find a fork's pull request by. */
  readonly headLabel: string | undefined
  readonly isFork: boolean
  /** Pull requests into this repository whose head is exactly `headSha`. Empty for forks. */
  readonly pullRequests: readonly number[]
}

/** Reads the event from `GITHUB_EVENT_NAME` and the parsed file at `GITHUB_EVENT_PATH`; both may be anything. */
export function readEvent(environment: EventEnvironment, payload: unknown): RunEvent {
  const { name } = environment
  // GitHub keeps the actor when a person runs it again, and the token stays read-only then.
  const isDependabot = environment.actor === 'dependabot[bot]'
  switch (name) {
    case 'pull_request':
      return readPullRequest('pull-request', payload, isDependabot)
    case 'pull_request_target':
      return readPullRequest('pull-request-target', payload, isDependabot)
    case 'merge_group':
      return readMergeGroup(payload, isDependabot)
    case 'workflow_run':
      return readWorkflowRun(payload)
    case 'push':
      return { kind: 'push', headSha: shaAt(payload, 'after'), isDependabot }
    case 'schedule':
      return { kind: 'schedule' }
    case 'workflow_dispatch':
      return { kind: 'workflow-dispatch' }
    default:
      return { kind: 'other', name, isFork: isAboutStranger(payload) }
  }
}

function readPullRequest(kind: PullRequestEvent['kind'], payload: unknown, isDependabot: boolean): RunEvent {
  const name = kind.replaceAll('-', '_')
  const number = numberAt(payload, 'pull_request', 'number')
  const headSha = shaAt(payload, 'pull_request', 'head', 'sha')
  const baseSha = shaAt(payload, 'pull_request', 'base', 'sha')
  if (number === undefined) return { kind: 'other', name, missing: 'pull_request.number', isFork: true }
  if (headSha === undefined) return { kind: 'other', name, missing: 'pull_request.head.sha', isFork: true }
  if (baseSha === undefined) return { kind: 'other', name, missing: 'pull_request.base.sha', isFork: true }
  const isOpen = textAt(payload, 'pull_request', 'state') !== 'closed'
  return { kind, number, headSha, baseSha, isFork: isFromFork(payload), isDependabot, isOpen }
}

// The head's repository is null once a fork was deleted.
function isFromFork(payload: unknown): boolean {
  const head = numberAt(payload, 'pull_request', 'head', 'repo', 'id')
  return head === undefined || head !== numberAt(payload, 'pull_request', 'base', 'repo', 'id')
}

/** A comment's payload does not say whose pull request it is on. */
function isAboutStranger(payload: unknown): boolean {
  if (at(payload, 'issue', 'pull_request') !== undefined) return true
  return at(payload, 'pull_request') !== undefined && isFromFork(payload)
}

function readMergeGroup(payload: unknown, isDependabot: boolean): RunEvent {
  const headSha = shaAt(payload, 'merge_group', 'head_sha')
  const baseSha = shaAt(payload, 'merge_group', 'base_sha')
  const headRef = textAt(payload, 'merge_group', 'head_ref') ?? ''
  if (headSha === undefined)
    return { kind: 'other', name: 'merge_group', missing: 'merge_group.head_sha', isFork: true }
  if (baseSha === undefined)
    return { kind: 'other', name: 'merge_group', missing: 'merge_group.base_sha', isFork: true }
  return { kind: 'merge-group', headSha, baseSha, number: mergeGroupNumber(headRef), isDependabot }
}

function readWorkflowRun(payload: unknown): RunEvent {
  const headSha = shaAt(payload, 'workflow_run', 'head_sha')
  if (headSha === undefined)
    return { kind: 'other', name: 'workflow_run', missing: 'workflow_run.head_sha', isFork: true }
  const here = numberAt(payload, 'repository', 'id')
  const head = numberAt(payload, 'workflow_run', 'head_repository', 'id')
  const owner = textAt(payload, 'workflow_run', 'head_repository', 'owner', 'login')
  const branch = textAt(payload, 'workflow_run', 'head_branch')
  const listed = at(payload, 'workflow_run', 'pull_requests')
  // The list also names pull requests from here into other repositories, and heads that have moved on.
  const pullRequests = (Array.isArray(listed) ? listed : []).flatMap(entry => {
    const number = numberAt(entry, 'number')
    const isOurs = here !== undefined && numberAt(entry, 'base', 'repo', 'id') === here
    return number !== undefined && isOurs && shaAt(entry, 'head', 'sha') === headSha ? [number] : []
  })
  const headLabel = owner === undefined || branch === undefined ? undefined : `${owner}:${branch}`
  const runId = numberAt(payload, 'workflow_run', 'id')
  return { kind: 'workflow-run', runId, headSha, headLabel, isFork: head === undefined || head !== here, pullRequests }
}

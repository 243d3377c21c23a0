import { startDeadline } from '../github/deadline.ts'
import { findPullRequest } from '../github/find-pull-request.ts'
import { connect } from '../github/octokit.ts'
import { choosePullRequest } from '../github/pull-request-choice.ts'
import { openPullRequest } from '../github/pull-request.ts'
import type { PublishResult } from '../github/types.ts'
import { createClock } from '../process/clock.ts'
import { commentBody, resolvedComment } from '../report/markdown/comment.ts'
import type { Report } from '../report/schema.ts'
import { Secret } from '../secret.ts'
import { version } from '../version.ts'
import type { RunContext } from './context.ts'
import type { Environment, Inputs } from './inputs.ts'

/** What became of the comment: its id, or the one sentence that says why there is none. */
export interface CommentOutcome {
  readonly id?: number | undefined
  readonly notice?: string | undefined
}

const publishingMs = 60_000

/** Writes, edits or resolves the one comment on the pull request. Never changes the verdict. */
export async function comment(report: Report, shell: CommentShell): Promise<CommentOutcome> {
  const { context, inputs } = shell
  const mode = inputs.publish['comment'] ?? 'on-problems'
  if (mode === 'never') return {}
  const choice = choosePullRequest(context.event, inputs.publish['pr-number'] ?? '')
  if (choice.kind === 'invalid') return { notice: `pr-number: \`${choice.input}\` is no number of a pull request.` }
  if (choice.kind === 'none') return {}
  if (context.withoutSecrets)
    return { notice: 'No comment: the token of this run can only read. The result is in the job summary.' }
  const token = inputs.publish['token'] ?? ''
  if (token === '') return { notice: 'No comment: there is no token. Leave `token` unset to use that of the job.' }
  const client = await connect(connection(context, shell.environment, token))
  const found = choice.kind === 'number' ? choice : await findPullRequest(client, choice)
  if (found.kind === 'none') return {}
  if (found.kind !== 'number') return outcomeOf(found)
  const key = inputs.publish['comment-key'] ?? context.job
  return outcomeOf(await openPullRequest(client, found.number).comment(sticky(report, { context, key, mode })))
}

export interface CommentShell {
  readonly context: RunContext
  readonly inputs: Inputs
  readonly environment: Environment
}

function connection(
  { apiUrl, repository }: RunContext,
  environment: Environment,
  token: string,
): Parameters<typeof connect>[0] {
  const clock = createClock({ timeoutMs: publishingMs })
  const proxy = (name: string) => environment[name] ?? environment[name.toUpperCase()] ?? ''
  return {
    token: new Secret(token),
    apiUrl,
    repository,
    userAgent: `will-it-pull/${version}`,
    deadline: startDeadline(clock.now(), publishingMs),
    clock,
    proxies: { http: proxy('http_proxy'), https: proxy('https_proxy'), none: proxy('no_proxy') },
  }
}

function sticky(report: Report, { context, key, mode }: { context: RunContext; key: string; mode: string }) {
  const { serverUrl, repository, sha, runUrl } = context
  const options = { runUrl, repository: { serverUrl, repository, sha } }
  const hasProblems = report.findings.some(({ counts, severity }) => counts && severity !== 'notice')
  const body = hasProblems ? commentBody(report, options) : resolvedComment(report, options)
  return { key, body, write: hasProblems || mode === 'always' ? ('always' as const) : ('only-existing' as const) }
}

function outcomeOf(result: PublishResult): CommentOutcome {
  switch (result.kind) {
    case 'written':
    case 'unchanged':
      return { id: result.id }
    case 'nothing':
      return result.because === 'locked' ? { notice: 'No comment: the pull request is locked.' } : {}
    case 'forbidden':
      return {
        notice: `No comment: give the job the permission \`${result.permission}\`. The result is in the job summary.`,
      }
    case 'failed':
      return { notice: `The comment could not be written: ${result.why}. The result is in the job summary.` }
  }
}

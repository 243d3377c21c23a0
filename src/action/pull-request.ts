import { startDeadline } from '../github/api/deadline.ts'
import { findPullRequest } from '../github/event/find-pull-request.ts'
import { connect } from '../github/api/octokit.ts'
import { choosePullRequest } from '../github/event/pull-request-choice.ts'
import { openPullRequest } from '../github/event/pull-request.ts'
import type { PullRequestApi } from '../github/types.ts'
import { createClock } from '../process/clock.ts'
import { Secret } from '../secret.ts'
import { version } from '../version.ts'
import type { RunContext } from './context.ts'
import type { Environment, Inputs } from './inputs.ts'
import { publishingMs } from './publishing-time.ts'

/** What a run reports with. */
export interface Shell {
  readonly context: RunContext
  readonly inputs: Inputs
  readonly environment: Environment
}

/** The pull request that this run reports to; or why there is none, in one sentence where somebody should know. */
export type ReachedPullRequest =
  | { readonly kind: 'pull-request'; readonly api: PullRequestApi }
  | { readonly kind: 'none'; readonly notice?: string | undefined }

/** Finds the pull request, and that it is still about the commit that was checked. Never throws for what GitHub answers. */
export async function reachPullRequest({ context, inputs, environment }: Shell): Promise<ReachedPullRequest> {
  const choice = choosePullRequest(context.event, inputs.publish['pr-number'] ?? '')
  if (choice.kind === 'invalid') return none(`pr-number: \`${choice.input}\` is no number of a pull request.`)
  if (choice.kind === 'none') return none()
  if (context.withoutSecrets)
    return none('No comment: the token of this run can only read. The result is in the job summary.')
  const token = inputs.publish['token'] ?? ''
  if (token === '') return none('No comment: there is no token. Leave `token` unset to use that of the job.')
  const client = await connect(connection(context, environment, token))
  const found = choice.kind === 'number' ? choice : await findPullRequest(client, choice)
  if (found.kind === 'forbidden')
    return none(`No comment: give the job the permission \`${found.permission}\` to find the pull request.`)
  if (found.kind === 'failed') return none(`No comment: the pull request could not be found: ${found.why}.`)
  if (found.kind === 'none') return none()
  const api = openPullRequest(client, found.number)
  const why = await obstacle(api, context)
  return why === undefined ? { kind: 'pull-request', api } : none(`No comment: ${why}.`)
}

function none(notice?: string): ReachedPullRequest {
  return { kind: 'none', notice }
}

/** A run is heard only for the commit that is the head now. Another run's event names the pull request, and may be wrong. */
async function obstacle(api: PullRequestApi, { event }: RunContext): Promise<string | undefined> {
  if (event.kind !== 'pull-request' && event.kind !== 'workflow-run') return undefined
  const facts = await api.facts()
  if (facts.kind === 'facts')
    return facts.headSha === event.headSha
      ? undefined
      : 'the pull request has a newer commit by now, and the run of that one reports'
  // for its own pull request the comment itself will tell what GitHub refuses
  return event.kind === 'pull-request' ? undefined : 'GitHub could not confirm which pull request that run belongs to'
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

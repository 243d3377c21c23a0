import type { getOctokit } from '@actions/github'
import type { Clock } from '../../world.ts'
import type { Secret } from '../../secret.ts'
import type { Deadline } from './deadline.ts'
import { pacedBy } from './pacing.ts'
import { proxiedFetch } from './proxied-fetch.ts'
import type { Proxies } from './proxied-fetch.ts'

export type Octokit = ReturnType<typeof getOctokit>

/** Octokit for one repository, with the time that its calls may take. */
export interface GitHubClient {
  readonly octokit: Octokit
  /** Kept to strike it from what GitHub or a proxy answers. */
  readonly token: Secret
  readonly repository: { readonly owner: string; readonly repo: string }
  readonly deadline: Deadline
  readonly clock: Pick<Clock, 'now' | 'sleep'>
}

export interface ConnectOptions {
  /** Never empty. */
  readonly token: Secret
  /** `GITHUB_API_URL`. GraphQL is derived from it. */
  readonly apiUrl: string
  /** `owner/name`, as in `GITHUB_REPOSITORY`. */
  readonly repository: string
  readonly userAgent: string
  readonly deadline: Deadline
  readonly clock: Pick<Clock, 'now' | 'sleep'>
  readonly proxies: Proxies
  /** Milliseconds that stand for one second of waiting between attempts; for tests. */
  readonly retrySecondMs?: number | undefined
}

/** Each retry of a 5xx or of a broken connection waits 1, then 4 seconds. */
const retries = 2

/** Loads Octokit only when it is called: many runs publish nothing. One client serves one phase of a run. */
export async function connect(options: ConnectOptions): Promise<GitHubClient> {
  const { getOctokit } = await import('@actions/github')
  const { retry } = await import('@octokit/plugin-retry')
  const { throttling } = await import('@octokit/plugin-throttling')
  const second = options.retrySecondMs ?? 1000
  const log = { debug: ignore, info: ignore, warn: ignore, error: ignore }
  const settings = {
    baseUrl: options.apiUrl,
    userAgent: options.userAgent,
    log,
    request: { fetch: proxiedFetch(options.proxies), signal: plainAbort(options.deadline.signal), log },
    retry: { retries, retryAfterBaseValue: second, doNotRetry: [400, 401, 403, 404, 410, 413, 422, 429, 451] },
    throttle: { ...limitHandlers(options), ...pacedBy(options.clock), retryAfterBaseValue: second },
  }
  const octokit = getOctokit(options.token.reveal(), settings, retry, throttling)
  const [owner = '', repo = ''] = options.repository.split('/')
  const { token, deadline, clock } = options
  return { octokit, token, repository: { owner, repo }, deadline, clock }
}

/** Waits for a rate limit once, and only where the wait ends before the deadline. */
function limitHandlers({ deadline, clock }: ConnectOptions) {
  const isWorthIt = (...[retryAfter, , , retryCount]: [number, unknown, unknown, number]): boolean =>
    retryCount < 1 && clock.now() + retryAfter * 1000 < deadline.endsAt
  return { onRateLimit: isWorthIt, onSecondaryRateLimit: isWorthIt }
}

/** The same signal with the reason `AbortError`: Octokit would retry a request that failed for any other. */
function plainAbort(signal: AbortSignal): AbortSignal {
  const controller = new AbortController()
  if (signal.aborted) controller.abort()
  signal.addEventListener('abort', () => controller.abort(), { once: true })
  return controller.signal
}

function ignore(): void {}

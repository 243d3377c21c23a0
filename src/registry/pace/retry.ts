import { isLimit, readLimit } from './limit.ts'
import type { HttpResult } from '../transport/http.ts'
import type { FailureCode } from '../answers/types.ts'

/** How often a question is sent at most. */
const maximumAttempts = 3

/** What a second attempt may well get past. Refusals, absences and broken TLS are answers. */
const transientFailures: ReadonlySet<FailureCode> = new Set([
  'resolver-unavailable',
  'connection-reset',
  'connection-closed',
  'response-timeout',
  'body-timeout',
  'body-cut',
])

// 499 and 522 are those of nginx and Cloudflare for "gave up waiting"
const transientStatus: ReadonlySet<number> = new Set([408, 499, 500, 502, 503, 504, 522])

// longer waits cost more of a run than the answer is worth
const longestWaitMs = 20_000
const shortestWaitMs = 1000

// a second wait of the full time is the last that a run can spare
const timeouts: ReadonlySet<FailureCode> = new Set(['response-timeout', 'body-timeout'])

/** Milliseconds to wait before the next attempt, or undefined where the answer stands. */
export function retryDelay(result: HttpResult, attempt: number, now: number): number | undefined {
  if (attempt >= maximumAttempts) return undefined
  const backoff = 500 * 3 ** (attempt - 1)
  const code = result.kind === 'failure' ? result.code : result.bodyFailure?.code
  if (code !== undefined && timeouts.has(code) && attempt > 1) return undefined
  if (result.kind === 'failure') return transientFailures.has(result.code) ? backoff : undefined
  if (isLimit(result)) return limitDelay(result, attempt, now)
  if (result.status < 400)
    return result.bodyFailure && transientFailures.has(result.bodyFailure.code) ? backoff : undefined
  if (!transientStatus.has(result.status)) return undefined
  return within(readLimit(result, now).retryAfterMs ?? backoff, 0)
}

// a quota of pulls or data does not come back while we wait
function limitDelay(
  result: Extract<HttpResult, { kind: 'response' }>,
  attempt: number,
  now: number,
): number | undefined {
  const { quota, retryAfterMs } = readLimit(result, now)
  return quota === 'requests' ? within(retryAfterMs ?? shortestWaitMs * 2 ** (attempt - 1), shortestWaitMs) : undefined
}

function within(milliseconds: number, least: number): number | undefined {
  return milliseconds > longestWaitMs ? undefined : Math.max(least, milliseconds)
}

import type { Secret } from '../../secret.ts'
import { at, textAt } from '../event/payload.ts'

/** Why GitHub did not do what it was asked, told apart by what can be done about it. */
export type Refusal =
  | { readonly kind: 'not-permitted' | 'not-found' | 'locked' | 'gone' | 'bad-credentials' | 'out-of-time' }
  /** 422: what was sent cannot be taken. */
  | { readonly kind: 'rejected'; readonly why: string }
  | { readonly kind: 'rate-limited' }
  | { readonly kind: 'server-error'; readonly status: number }
  | { readonly kind: 'no-answer'; readonly why: string }
  /** It answered, but nothing can be made of it; `why` is the end of a sentence. */
  | { readonly kind: 'unusable'; readonly why: string }
  | { readonly kind: 'other'; readonly status: number; readonly why: string }

/** Reads what an Octokit call was rejected with. Words that others wrote are cut, and never hold the token. */
export function readRefusal(error: unknown, token: Secret): Refusal {
  const status = at(error, 'status')
  if (at(error, 'response') === undefined || typeof status !== 'number') {
    return { kind: 'no-answer', why: oneLine(error instanceof Error ? error.message : String(error), token) }
  }
  const message = oneLine(messageOf(error), token)
  if (status === 429 || (status === 403 && isRateLimit(error, message))) return { kind: 'rate-limited' }
  if (status === 403) return isLocked(message) ? { kind: 'locked' } : { kind: 'not-permitted' }
  if (status === 401) return { kind: 'bad-credentials' }
  if (status === 404) return { kind: 'not-found' }
  if (status === 410) return { kind: 'gone' }
  if (status === 422) return isLocked(message) ? { kind: 'locked' } : { kind: 'rejected', why: message }
  return status >= 500 ? { kind: 'server-error', status } : { kind: 'other', status, why: message }
}

/** GitHub's own words with the details of a 422, which stand in `errors`. */
function messageOf(error: unknown): string {
  const data = at(error, 'response', 'data')
  const errors = at(data, 'errors')
  const details = (Array.isArray(errors) ? errors : []).flatMap(detail => {
    const text = typeof detail === 'string' ? detail : textAt(detail, 'message')
    return text === undefined ? [] : [text]
  })
  return [textAt(data, 'message') ?? 'no message', ...details].join(': ')
}

/** GitHub docs, "Rate limits for the REST API": 403 or 429 with `retry-after`, or with nothing remaining. */
function isRateLimit(error: unknown, message: string): boolean {
  const headers = at(error, 'response', 'headers')
  const isUsedUp = at(headers, 'x-ratelimit-remaining') === '0'
  return isUsedUp || at(headers, 'retry-after') !== undefined || /\brate limit\b/i.test(message)
}

function isLocked(message: string): boolean {
  return /\b(?:is|was|are) locked\b/i.test(message)
}

function oneLine(text: string, token: Secret): string {
  return text
    .replaceAll(token.reveal(), '***')
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
    .slice(0, 200)
}

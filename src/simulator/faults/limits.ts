import { ociError, reply, withHeaders } from '../reply.ts'
import type { Reply } from '../reply.ts'
import type { AnswerFault, Fault } from './fault.ts'
import { doorAnswer, html, insideAnswer, insideError, spoil } from './make.ts'

const many = { status: 429, code: 'TOOMANYREQUESTS' }

/** Too much, too often, or not now. For "once" use a match with `times: 1`. */
export const limitFaults = {
  'limited-seconds': insideError({ ...many, message: 'too many requests' }, { 'retry-after': '2' }),
  'limited-date': insideAnswer(() => limitedAnswer(new Date(Date.now() + 2000))),
  'limited-date-past': insideError(
    { ...many, message: 'too many requests' },
    { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' },
  ),
  'limited-silent': insideError({ ...many, message: 'too many requests' }),
  'limited-forever': insideError({ ...many, message: 'too many requests' }, { 'retry-after': '99999999' }),
  'limited-garbage': insideError({ ...many, message: 'too many requests' }, { 'retry-after': 'soon' }),
  'limited-ghcr': insideError({ ...many, message: 'retry-after: 667.214µs, allowed: 44000/minute' }),
  'limited-hub-pulls': insideError(
    {
      ...many,
      message: 'You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit',
    },
    { 'ratelimit-limit': '100;w=21600', 'ratelimit-remaining': '0;w=21600', 'docker-ratelimit-source': '203.0.113.7' },
  ),
  'limited-hub-abuse': insideAnswer(html(429, 'Too Many Requests')),
  'limited-ecr-rate': insideError({ ...many, message: 'Rate exceeded' }),
  'limited-ecr-data': insideError({ ...many, message: 'Data limit exceeded' }),
  'limited-harbor': insideError({ status: 429, code: 'TOO_MANY_REQUEST', message: 'too many requests to upstream' }),
  'limited-at-the-door': doorAnswer(reply(429, 'Too Many Requests\n', { 'retry-after': '1' })),

  'error-500': insideError({ status: 500, code: 'UNKNOWN', message: 'unknown error' }),
  'error-502': insideAnswer(html(502, '502 Bad Gateway')),
  'error-503': insideError({ status: 503, code: 'UNAVAILABLE', message: 'service unavailable' }),
  'error-503-retry-after': insideError(
    { status: 503, code: 'UNAVAILABLE', message: 'maintenance' },
    { 'retry-after': '2' },
  ),
  'error-504': insideAnswer(html(504, '504 Gateway Time-out')),
  'error-500-everywhere': doorAnswer(reply(500, 'Internal Server Error\n')),
  /** A pull-through cache of distribution whose upstream refused. */
  'upstream-unauthorized-500': insideError({
    status: 500,
    code: 'UNKNOWN',
    message: 'unknown error',
    detail: [
      { code: 'DENIED', message: 'requested access to the resource is denied' },
      { code: 'UNAUTHORIZED', message: 'authentication required' },
    ],
  }),
} as const satisfies Record<string, Fault>

/** 429 with a `Retry-After` that names a moment (RFC 9110, 10.2.3). */
export function limitedUntil(moment: Date): AnswerFault {
  return insideAnswer(limitedAnswer(moment))
}

/** Docker Hub's quota: its headers on GET and HEAD; a HEAD is free, a GET of a manifest counts, 429 at the end. */
export function pullQuota({ limit, remaining }: { readonly limit: number; readonly remaining: number }): AnswerFault {
  let left = remaining
  return insideAnswer(
    spoil((right, { ask }) => {
      const spent = left <= 0 && ask.method === 'GET'
      if (ask.method === 'GET') left = Math.max(0, left - 1)
      const headers = { 'ratelimit-limit': `${limit};w=21600`, 'ratelimit-remaining': `${left};w=21600` }
      const message = 'You have reached your pull rate limit. https://www.docker.com/increase-rate-limit'
      return withHeaders(spent ? ociError({ ...many, message }) : right, headers)
    }),
  )
}

/** 429 as long as more than `perTurn` requests are asked before `turn()` is called. */
export function burstLimit(perTurn: number): AnswerFault & { turn(): void } {
  let used = 0
  const answer = spoil(right => {
    used += 1
    return used > perTurn ? ociError({ ...many, message: 'Rate exceeded' }, { 'retry-after': '1' }) : right
  })
  return { ...insideAnswer(answer), turn: () => void (used = 0) }
}

function limitedAnswer(moment: Date): Reply {
  return ociError({ ...many, message: 'too many requests' }, { 'retry-after': moment.toUTCString() })
}

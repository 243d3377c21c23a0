import { header } from '../transport/http.ts'
import type { HttpResponse } from '../transport/http.ts'
import { readErrorBody } from '../diagnosis/error-body.ts'
import type { Limited } from '../answers/types.ts'

type Limit = Omit<Limited, 'trail'>

/** Whether the answer is a rate limit, whatever its status. */
export function isLimit(response: HttpResponse): boolean {
  if (response.status === 429) return true
  return response.status >= 400 && readErrorBody(response).codes.some(code => /^TOO_?MANY_?REQUESTS?$/i.test(code))
}

/**
 * What a rate limit counts and when it ends. Docker Hub's pull limit writes a long text and quota headers, its abuse
 * limit answers bare; ECR Public has a monthly amount of data besides.
 */
export function readLimit(response: HttpResponse, now: number): Limit {
  const { message } = readErrorBody(response)
  const quota = /data limit/i.test(message) ? 'data' : isPullLimit(response, message) ? 'pulls' : 'requests'
  return { kind: 'limited', quota, retryAfterMs: retryAfter(response, message, now), message }
}

function isPullLimit({ headers }: HttpResponse, message: string): boolean {
  return (
    /pull rate limit|unauthenticated pull/i.test(message) ||
    /^0(;|$)/.test(header(headers, 'ratelimit-remaining') ?? '')
  )
}

/** Seconds or a date (RFC 9110, 10.2.3); GHCR writes a Go duration into its message. */
function retryAfter({ headers }: HttpResponse, message: string, now: number): number | undefined {
  const written = header(headers, 'retry-after')?.trim() ?? ''
  if (/^\d{1,9}$/.test(written)) return Number(written) * 1000
  const date = written === '' ? Number.NaN : Date.parse(written)
  if (!Number.isNaN(date)) return Math.max(0, date - now)
  return durationIn(message)
}

const units: Readonly<Record<string, number>> = {
  h: 3_600_000,
  m: 60_000,
  s: 1000,
  ms: 1,
  µs: 0.001,
  us: 0.001,
  ns: 0.000_001,
}

function durationIn(message: string): number | undefined {
  const text = /retry-after:\s*([\d.]+(?:h|ms|m|s|µs|us|ns)(?:[\d.]+(?:m|s))*)/i.exec(message)?.[1]
  if (text === undefined) return undefined
  const parts = [...text.matchAll(/([\d.]+)(ms|µs|us|ns|h|m|s)/g)]
  const total = parts.reduce((sum, [, amount = '0', unit = 's']) => sum + Number(amount) * (units[unit] ?? 0), 0)
  return Number.isFinite(total) ? Math.ceil(total) : undefined
}

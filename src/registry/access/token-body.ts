import type { Buffer } from 'node:buffer'

export type TokenBody =
  | { readonly kind: 'token'; readonly token: string; readonly lifetimeMs: number }
  | { readonly kind: 'unusable'; readonly why: string }

// the default and the least of distribution's token specification (docs/content/spec/auth/token.md)
const leastLifetimeMs = 60_000
const longestLifetimeMs = 86_400_000
// twice of what nginx takes of a header line; a run keeps thousands of them
const longestToken = 16 * 1024

/** Reads a token endpoint's answer; `now` is when it came in. */
export function readToken(body: Buffer, now: number): TokenBody {
  const parsed = parse(body.toString())
  if (parsed === undefined) return { kind: 'unusable', why: 'the token endpoint did not answer with a JSON object' }
  const token = ['access_token', 'token']
    .map(name => parsed[name])
    .find(value => typeof value === 'string' && value !== '')
  if (typeof token !== 'string') return { kind: 'unusable', why: 'the token endpoint sent no token' }
  if (token.length > longestToken)
    return { kind: 'unusable', why: `the token endpoint sent a token of more than ${longestToken} characters` }
  // it goes into a header
  if (!/^[\x21-\x7e]+$/.test(token))
    return { kind: 'unusable', why: 'the token endpoint sent a token that fits no header' }
  return { kind: 'token', token, lifetimeMs: lifetimeOf(parsed, now) }
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}

/** Counted from `issued_at` where that leaves any time: a server's clock may be wrong. */
function lifetimeOf(body: Readonly<Record<string, unknown>>, now: number): number {
  const { expires_in: seconds, issued_at: issued } = body
  const stated = typeof seconds === 'number' && Number.isFinite(seconds) ? seconds * 1000 : leastLifetimeMs
  const lifetime = Math.min(Math.max(stated, leastLifetimeMs), longestLifetimeMs)
  const age = typeof issued === 'string' ? now - Date.parse(issued) : 0
  return age > 0 && age < lifetime ? lifetime - age : lifetime
}

import { Secret } from '../../secret.ts'
import { failed } from '../diagnosis/cause.ts'
import type { Cause } from '../diagnosis/cause.ts'
import { diagnose } from '../diagnosis/diagnose.ts'
import { readErrorBody } from '../diagnosis/error-body.ts'
import type { Arrival } from '../transport/follow.ts'
import { readToken } from './token-body.ts'

/** A token with its life, or why there is none. */
export type ReadToken = { kind: 'token'; token: Secret; lifetimeMs: number } | { kind: 'cause'; cause: Cause }

/** Reads what a token endpoint answered. */
export function readArrival(arrival: Arrival, now: number): ReadToken {
  if (arrival.kind === 'cause') return arrival
  const { response, url } = arrival
  const facts = { host: url.host, at: 'token-endpoint', status: response.status } as const
  const tokenless = (detail: string): ReadToken => ({
    kind: 'cause',
    cause: failed('token-endpoint-failed', { ...facts, detail }),
  })
  if (response.status !== 200) return { kind: 'cause', cause: refusalOf(arrival, now) }
  if (response.bodyFailure !== undefined) return tokenless(response.bodyFailure.detail)
  const body = readToken(response.body, now)
  return body.kind === 'token' ? { ...body, token: new Secret(body.token) } : tokenless(body.why)
}

function refusalOf({ response, url }: Extract<Arrival, { kind: 'response' }>, now: number): Cause {
  const cause = diagnose({ response, host: url.host, at: 'token-endpoint', tokenIssued: false, now })
  if (cause.kind === 'refused' || cause.kind === 'limited' || cause.kind === 'blocked') return cause
  const detail = readErrorBody(response).message || `HTTP ${response.status} without a text`
  return failed('token-endpoint-failed', { host: url.host, at: 'token-endpoint', status: response.status, detail })
}

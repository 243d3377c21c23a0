import type { Journey } from '../transport/follow.ts'
import type { Grant, TokenOrder } from './token.ts'
import { scopeKey } from './token-order.ts'

/** What a request carries to be let in. */
export interface Authority {
  readonly kind: 'authority'
  readonly headers: Readonly<Record<string, string>>
  /** Whether the access's credential is in it, or bought it. */
  readonly credentialed: boolean
  readonly tokenIssued: boolean
  readonly grant?: Grant | undefined
  /** Scopes of the grants that were tried so far. */
  readonly tried: ReadonlySet<string>
  /** How often everything began anew without a token. */
  readonly restarts: number
  readonly foreign?: Journey['foreign']
}

/** Nothing at all: the first request, and every new beginning. */
export const nothing: Authority = {
  kind: 'authority',
  headers: {},
  credentialed: false,
  tokenIssued: false,
  tried: new Set(),
  restarts: 0,
}

/** What a token adds. */
export function granted(grant: Grant, order: TokenOrder, authority: Authority): Authority {
  return {
    ...authority,
    headers: bearerHeader(grant),
    credentialed: order.credential !== undefined,
    tokenIssued: true,
    grant,
    tried: new Set([...authority.tried, scopeKey(order)]),
  }
}

/** The header of a token (RFC 6750, 2.1). */
export function bearerHeader({ token }: Grant): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${token.reveal()}` }
}

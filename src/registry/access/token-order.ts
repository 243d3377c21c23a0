import type { Challenge } from './challenge.ts'
import type { Endpoint } from '../transport/endpoint.ts'
import { pullScope } from './host-memory.ts'
import type { Inquiry } from '../inquiry.ts'
import type { TokenOrder } from './token.ts'
import type { Credential } from '../types.ts'

/** A mirror never gets the credential of the registry whose content it serves. */
export function credentialFor({ target }: Pick<Inquiry, 'target'>): Credential | undefined {
  return target.as.kind === 'anonymous' || target.host.mirrorOf !== undefined ? undefined : target.as.credential
}

interface Ordering {
  readonly inquiry: Inquiry
  readonly endpoint: Endpoint
  readonly credential: Credential | undefined
}

/** The token that a challenge asks for. */
export function orderOf(challenge: Challenge, realm: URL, { inquiry, endpoint, credential }: Ordering): TokenOrder {
  const scope = challenge.parameters.get('scope')?.trim()
  return {
    realm,
    service: challenge.parameters.get('service'),
    scopes: scope ? scope.split(/\s+/) : [pullScope(inquiry.target.repository)],
    credential: credential?.kind === 'registry-token' ? undefined : credential,
    as: inquiry.target.as,
    ...placeOf(realm, endpoint),
  }
}

/** The registry's own port is checked like the registry; any other place is where the registry sent us. */
export function placeOf(realm: URL, { host, tls, reach, elsewhere }: Endpoint) {
  return realm.host === host.authority ? { tls, reach } : elsewhere
}

/** Equal for orders of the same token, whoever pays for it. */
export function scopeKey({ realm, service, scopes }: TokenOrder): string {
  return JSON.stringify([realm.href, service, scopes.toSorted()])
}

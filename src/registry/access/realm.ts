import type { Challenge } from './challenge.ts'
import { isLoopback, mayLeadTo } from '../transport/reach.ts'
import type { RegistryHost } from '../types.ts'

export type Realm =
  | { readonly kind: 'realm'; readonly url: URL }
  | { readonly kind: 'unusable'; readonly why: string }
  | { readonly kind: 'realm-unsafe' | 'credential-withheld'; readonly why: string; readonly host: string }

export interface RealmQuestion {
  readonly challenge: Challenge
  /** Where the challenge came from. */
  readonly from: URL
  readonly host: RegistryHost
  /** Whether a credential would go there. */
  readonly withCredential: boolean
}

/**
 * Where the token is to be had, if it may be asked for there: the registry names that place, and an attacker's registry
 * would name one of our network. HTTPS, or plain HTTP where the registry itself was declared so; no private address but
 * the registry's own.
 */
export function realmOf({ challenge, from, host, withCredential }: RealmQuestion): Realm {
  const written = challenge.parameters.get('realm') ?? ''
  // a path alone stands for the registry itself; anything else that is no URL is a mistake
  const url = /^(https?:)?\/|^https?:/i.test(written) ? URL.parse(written, from.href) : null
  if (url === null || !/^https?:$/.test(url.protocol))
    return { kind: 'unusable', why: `the ${challenge.scheme} challenge names no usable realm` }
  url.username = ''
  url.password = ''
  url.hash = ''
  if (!mayLeadTo(from.hostname, url.hostname))
    return { kind: 'realm-unsafe', why: `the realm ${url.host} is a private address`, host: url.host }
  if (url.protocol === 'http:') return plainRealm(url, { from, host, withCredential })
  return { kind: 'realm', url }
}

function plainRealm(url: URL, { from, host, withCredential }: Omit<RealmQuestion, 'challenge'>): Realm {
  const declared = host.scheme !== 'https' && url.hostname === from.hostname
  if (declared || isLoopback(url.hostname)) return { kind: 'realm', url }
  const why = `the realm ${url.origin} speaks plain HTTP`
  if (withCredential) return { kind: 'credential-withheld', why: `${why}; no credential is sent there`, host: url.host }
  if (host.scheme !== 'https') return { kind: 'realm', url }
  return { kind: 'realm-unsafe', why, host: url.host }
}

import type { TlsProfile } from './http.ts'
import { isLoopback } from './reach.ts'
import type { Reach } from './reach.ts'
import { withoutClient } from '../access/token.ts'
import type { RegistryHost } from '../types.ts'

/** What all requests to one registry host have in common. */
export interface Endpoint {
  readonly host: RegistryHost
  readonly tls: TlsProfile
  readonly reach: Reach
  /** For places that the host sends us to: token realms and redirect targets. */
  readonly elsewhere: { readonly tls: TlsProfile; readonly reach: Reach }
}

const profiles = new Map<string, { readonly tls: TlsProfile; readonly foreign: TlsProfile }>()

/** Reads the rules of a host; `forkRun` keeps everything off addresses that are not public. */
export function endpointOf(host: RegistryHost, forkRun: boolean): Endpoint {
  const { tls, foreign } = profilesOf(host)
  if (forkRun) return { host, tls, reach: 'public', elsewhere: { tls: foreign, reach: 'public' } }
  const hostname = URL.parse(`https://${host.authority}`)?.hostname ?? ''
  return { host, tls, reach: 'any', elsewhere: { tls: foreign, reach: isLoopback(hostname) ? 'near' : 'remote' } }
}

function profilesOf({ verify, ca, client }: RegistryHost) {
  const key = JSON.stringify([verify, ca, client?.certificate, client?.key.fingerprint()])
  const known = profiles.get(key)
  if (known !== undefined) return known
  const tls = { verify, ca, client }
  const made = { tls, foreign: withoutClient(tls) }
  profiles.set(key, made)
  return made
}

const keys = new WeakMap<RegistryHost, string>()

/** Tells endpoints apart by all that may change their answers. */
export function endpointKey(host: RegistryHost): string {
  const known = keys.get(host)
  if (known !== undefined) return known
  const { authority, path, scheme, verify, ca, client, headers, mirrorOf } = host
  const key = JSON.stringify([authority, path, scheme, verify, ca, client?.certificate, headers, mirrorOf])
  keys.set(host, key)
  return key
}

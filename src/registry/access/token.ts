import { Buffer } from 'node:buffer'
import type { Secret } from '../../secret.ts'
import type { Clock } from '../../world.ts'
import { failedToReach } from '../diagnosis/cause.ts'
import type { Cause } from '../diagnosis/cause.ts'
import type { Courier } from '../courier.ts'
import { follow } from '../transport/follow.ts'
import type { Arrival } from '../transport/follow.ts'
import type { HttpRequest } from '../transport/http.ts'
import type { Redactor } from '../diagnosis/redact.ts'
import { readArrival } from './token-reply.ts'
import { Trail } from '../diagnosis/trail.ts'
import type { Access, Credential } from '../types.ts'
import type { RequestRecord } from '../answers/types.ts'

/** What to ask a token endpoint for, and with which login. */
export interface TokenOrder {
  readonly realm: URL
  readonly service?: string | undefined
  readonly scopes: readonly string[]
  readonly credential?: Exclude<Credential, { readonly kind: 'registry-token' }> | undefined
  readonly as: Access
  readonly tls: HttpRequest['tls']
  readonly reach: HttpRequest['reach']
}

/** A token, good until `expiresAt` (milliseconds since the epoch). */
export interface Grant {
  readonly kind: 'grant'
  readonly key: string
  readonly token: Secret
  readonly expiresAt: number
}

export type TokenReply = (Grant | { readonly kind: 'cause'; readonly cause: Cause }) & {
  readonly records: readonly RequestRecord[]
}

export interface TokenOptions {
  readonly courier: Courier
  readonly clock: Clock
  readonly redactor: Redactor
  readonly userAgent: string
}

// ggcr's bound (pkg/v1/remote/transport/bearer.go)
const bodyLimit = 64 * 1024
const renewEarlyMs = 5000
const clientId = 'will-it-pull'

/** Tokens of a run: one request for each realm, service, scope and login, however many ask. */
export class Tokens {
  readonly #options: TokenOptions
  readonly #known = new Map<string, TokenReply>()
  readonly #flights = new Map<string, Promise<TokenReply>>()

  constructor(options: TokenOptions) {
    this.#options = options
  }

  /** A token that is still good, a new one, or why there is none. Refusals are remembered, failures are not. */
  async get(order: TokenOrder): Promise<TokenReply & { readonly fresh: boolean }> {
    const key = tokenKey(order)
    const known = this.#known.get(key)
    if (known !== undefined && this.#isGood(known)) return { ...known, fresh: false }
    const flight = this.#flights.get(key) ?? this.#fly(order, key)
    return { ...(await flight), fresh: true }
  }

  /** Forgets a token that the registry did not take. */
  drop(grant: Grant): void {
    this.#known.delete(grant.key)
  }

  #fly(order: TokenOrder, key: string): Promise<TokenReply> {
    const flight = this.#fetch(order, key).then(reply => {
      this.#flights.delete(key)
      this.#known.set(key, reply)
      return reply
    })
    this.#flights.set(key, flight)
    return flight
  }

  #isGood(reply: TokenReply): boolean {
    if (reply.kind === 'cause') return reply.cause.kind === 'refused'
    return reply.expiresAt > this.#options.clock.now() + renewEarlyMs
  }

  async #fetch(order: TokenOrder, key: string): Promise<TokenReply> {
    const trail = new Trail()
    const arrival = await this.#ask(order, trail)
    const now = this.#options.clock.now()
    const read = readArrival(arrival, now)
    if (read.kind === 'cause') return { ...read, records: trail.records }
    this.#options.redactor.add(read.token)
    return { kind: 'grant', key, token: read.token, expiresAt: now + read.lifetimeMs, records: trail.records }
  }

  // an identity token goes by POST; servers that don't have it answer as containerd's authorizer.go lists
  async #ask(order: TokenOrder, trail: Trail): Promise<Arrival> {
    if (order.credential?.kind !== 'identity-token') return this.#byGet(order, trail)
    const arrival = await this.#byPost(order, order.credential.token, trail)
    const unsupported = arrival.kind === 'response' && [400, 401, 404, 405].includes(arrival.response.status)
    return unsupported ? this.#byGet(order, trail) : arrival
  }

  #byGet(order: TokenOrder, trail: Trail): Promise<Arrival> {
    const { realm, service, scopes, tls, reach, credential } = order
    const url = new URL(realm)
    if (service !== undefined) url.searchParams.set('service', service)
    for (const scope of scopes) url.searchParams.append('scope', scope)
    const journey = {
      url,
      method: 'GET' as const,
      headers: this.#headers(),
      ownHeaders: credential === undefined ? {} : { authorization: basicHeader(credential, this.#options.redactor) },
      elsewhere: { tls: withoutClient(tls), reach },
      tls,
      reach,
      bodyLimit,
      trail,
      as: credential === undefined ? undefined : order.as,
      at: 'token-endpoint' as const,
    }
    return follow(journey, this.#options.courier)
  }

  async #byPost(order: TokenOrder, identity: Secret, trail: Trail): Promise<Arrival> {
    this.#options.redactor.add(identity)
    const form = new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: identity.reveal(),
      client_id: clientId,
      service: order.service ?? '',
      scope: order.scopes.join(' '),
    })
    const request: HttpRequest = {
      url: order.realm,
      method: 'POST',
      headers: { ...this.#headers(), 'content-type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
      tls: order.tls,
      reach: order.reach,
      bodyLimit,
    }
    const result = await this.#options.courier.send(request, { trail, as: order.as })
    if (result.kind === 'failure') return { kind: 'cause', cause: failedToReach(result, 'token-endpoint') }
    return { kind: 'response', response: result, url: order.realm, at: 'token-endpoint' }
  }

  #headers(): Readonly<Record<string, string>> {
    return { accept: 'application/json', 'user-agent': this.#options.userAgent }
  }
}

/** Equal for orders that the same token answers. */
function tokenKey({ realm, service, scopes, credential }: TokenOrder): string {
  const login = credential === undefined ? 'anonymous' : credentialKey(credential)
  return JSON.stringify([realm.href, service, scopes.toSorted(), login])
}

/** Tells logins apart without giving them away. */
export function credentialKey(credential: Credential): string {
  if (credential.kind !== 'basic') return `${credential.kind} ${credential.token.fingerprint()}`
  return `basic ${credential.username} ${credential.password.fingerprint()}`
}

/** `Authorization` of the Basic scheme (RFC 7617); an identity token goes as the password of nobody, as containerd sends it. */
export function basicHeader(credential: Credential, redactor: Redactor): string {
  const username = credential.kind === 'basic' ? credential.username : ''
  const password = credential.kind === 'basic' ? credential.password : credential.token
  redactor.addPair(username, password)
  return `Basic ${Buffer.from(`${username}:${password.reveal()}`).toString('base64')}`
}

/** The same checks without our own certificate, which is for the registry alone. */
export function withoutClient(tls: HttpRequest['tls']): HttpRequest['tls'] {
  return tls.client === undefined ? tls : { verify: tls.verify, ca: tls.ca }
}

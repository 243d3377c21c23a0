import { bearerHeader, granted, nothing } from './authority.ts'
import type { Authority } from './authority.ts'
import { failed } from '../diagnosis/cause.ts'
import { parseChallenges } from './challenge.ts'
import type { Challenge } from './challenge.ts'
import { endpointKey } from '../transport/endpoint.ts'
import type { Endpoint } from '../transport/endpoint.ts'
import type { Arrival } from '../transport/follow.ts'
import { habitOf } from './host-memory.ts'
import type { HostHabit } from './host-memory.ts'
import type { Inquiry, Reply } from '../inquiry.ts'
import { realmOf } from './realm.ts'
import type { Redactor } from '../diagnosis/redact.ts'
import { basicHeader } from './token.ts'
import type { Tokens } from './token.ts'
import { credentialFor, orderOf, placeOf, scopeKey } from './token-order.ts'
import type { Credential } from '../types.ts'

export interface AuthorizerOptions {
  readonly tokens: Tokens
  readonly redactor: Redactor
}

interface Refusal {
  readonly endpoint: Endpoint
  readonly url: URL
  readonly arrival: Extract<Arrival, { kind: 'response' }>
  readonly authority: Authority
}

/** Knows what a registry wants to see before it answers, and gets it. */
export class Authorizer {
  readonly #options: AuthorizerOptions
  readonly #habits = new Map<string, HostHabit>()

  constructor(options: AuthorizerOptions) {
    this.#options = options
  }

  /** What the host asked for the last time; nothing where that can't be had, since then its challenge shall speak. */
  async expect(inquiry: Inquiry, endpoint: Endpoint): Promise<Authority> {
    const habit = this.#habits.get(endpointKey(endpoint.host))
    const credential = credentialFor(inquiry)
    if (habit?.kind === 'basic') return credential?.kind === 'basic' ? this.#basic(credential, nothing) : nothing
    if (habit?.kind !== 'bearer') return nothing
    if (credential?.kind === 'registry-token') return this.#registryToken(credential, nothing)
    const { realm, service, scopesFor } = habit
    const place = placeOf(realm, endpoint)
    const order = {
      realm,
      service,
      scopes: scopesFor(inquiry.target.repository),
      credential,
      as: inquiry.target.as,
      ...place,
    }
    const reply = await this.#options.tokens.get(order)
    if (reply.kind === 'cause') return nothing
    if (reply.fresh) inquiry.trail.records.push(...reply.records)
    return granted(reply, order, nothing)
  }

  /** After a 401: the next thing to try, or the end. */
  async answer(inquiry: Inquiry, refusal: Refusal): Promise<Authority | Reply> {
    const { arrival, endpoint, url, authority } = refusal
    const challenges = parseChallenges(arrival.response.headers['www-authenticate'])
    const bearer = challenges.find(({ scheme }) => scheme === 'bearer')
    if (arrival.url.origin !== url.origin) return this.#answerElsewhere(inquiry, refusal, bearer)
    const credential = credentialFor(inquiry)
    if (authority.grant !== undefined && bearer?.parameters.get('error') === 'invalid_token')
      return this.#restart(authority, refusal)
    if (bearer !== undefined && credential?.kind === 'registry-token')
      return authority.credentialed ? this.#refused(refusal) : this.#registryToken(credential, authority)
    const basic = challenges.some(({ scheme }) => scheme === 'basic')
    if (bearer !== undefined && (bearer.parameters.has('realm') || !basic))
      return this.#exchange(inquiry, refusal, { challenge: bearer, credential })
    if (!basic) return this.#withoutChallenge(refusal)
    this.#habits.set(endpointKey(endpoint.host), { kind: 'basic' })
    const unsent = credential?.kind === 'basic' && authority.headers['authorization']?.startsWith('Basic ') !== true
    return unsent ? this.#basic(credential, authority) : this.#refused(refusal)
  }

  async #exchange(
    inquiry: Inquiry,
    refusal: Refusal,
    { challenge, credential }: { challenge: Challenge; credential: Credential | undefined },
  ): Promise<Authority | Reply> {
    const { endpoint, arrival, authority } = refusal
    const { repository } = inquiry.target
    const realm = realmOf({
      challenge,
      from: arrival.url,
      host: endpoint.host,
      withCredential: credential !== undefined,
    })
    if (realm.kind === 'unusable') return this.#unusable(refusal, realm.why)
    if (realm.kind !== 'realm')
      return { kind: 'cause', cause: failed(realm.kind, { host: realm.host, at: 'token-endpoint', detail: realm.why }) }
    const habit = habitOf(challenge, realm.url, repository)
    if (habit !== undefined) this.#habits.set(endpointKey(endpoint.host), habit)
    const order = orderOf(challenge, realm.url, { inquiry, endpoint, credential })
    // the same token once more would be refused once more
    if (authority.tried.has(scopeKey(order))) return this.#refused(refusal)
    const reply = await this.#options.tokens.get(order)
    if (reply.kind === 'cause' || reply.fresh) inquiry.trail.records.push(...reply.records)
    return reply.kind === 'cause' ? reply : granted(reply, order, authority)
  }

  /** The place that the registry redirected to asks for a token of its own: it gets an anonymous one. */
  async #answerElsewhere(
    inquiry: Inquiry,
    refusal: Refusal,
    challenge: Challenge | undefined,
  ): Promise<Authority | Reply> {
    const { arrival, endpoint, authority } = refusal
    const { origin } = arrival.url
    if (challenge === undefined || authority.foreign?.origin === origin) return this.#refusedElsewhere(inquiry, refusal)
    const host = { ...endpoint.host, scheme: 'https' as const }
    const realm = realmOf({ challenge, from: arrival.url, host, withCredential: false })
    if (realm.kind !== 'realm') return this.#refusedElsewhere(inquiry, refusal)
    const order = {
      ...orderOf(challenge, realm.url, { inquiry, endpoint, credential: undefined }),
      ...endpoint.elsewhere,
    }
    const reply = await this.#options.tokens.get(order)
    if (reply.kind === 'cause' || reply.fresh) inquiry.trail.records.push(...reply.records)
    if (reply.kind === 'cause') return reply.cause.kind === 'refused' ? this.#refusedElsewhere(inquiry, refusal) : reply
    return { ...authority, tokenIssued: true, foreign: { origin, headers: bearerHeader(reply) } }
  }

  /** containerd shows its login to whoever asks for one, we do not; so a node may get in where we don't. */
  #refusedElsewhere(inquiry: Inquiry, refusal: Refusal): Reply {
    if (credentialFor(inquiry) === undefined) return this.#refused(refusal)
    const { host } = refusal.arrival.url
    const detail = `the registry redirects to ${host}, and the login for ${inquiry.target.host.registry} is not sent there`
    return { kind: 'cause', cause: failed('credential-withheld', { host, at: 'redirect', status: 401, detail }) }
  }

  /** An expired token may name another realm in its challenge (nvcr.io), so the next request carries none. */
  #restart(authority: Authority, refusal: Refusal): Authority | Reply {
    if (authority.grant !== undefined) this.#options.tokens.drop(authority.grant)
    this.#habits.delete(endpointKey(refusal.endpoint.host))
    if (authority.restarts === 0) return { ...nothing, restarts: 1 }
    const detail = 'the registry calls a token invalid that its token endpoint has just issued'
    return {
      kind: 'cause',
      cause: failed('token-rejected', { host: refusal.url.host, at: 'registry', status: 401, detail }),
    }
  }

  #basic(credential: Credential, authority: Authority): Authority {
    const headers = { authorization: basicHeader(credential, this.#options.redactor) }
    // whatever is answered now is not about the token
    return { ...authority, headers, credentialed: true, grant: undefined }
  }

  #registryToken(credential: Extract<Credential, { kind: 'registry-token' }>, authority: Authority): Authority {
    this.#options.redactor.add(credential.token)
    const headers = { authorization: `Bearer ${credential.token.reveal()}` }
    return { ...authority, headers, credentialed: true }
  }

  // a blank challenge after a token was shown is a refusal (Harbor); before that it leaves us nothing to do
  #withoutChallenge(refusal: Refusal): Reply {
    const shown = refusal.authority.tokenIssued || refusal.authority.credentialed
    return shown ? this.#refused(refusal) : this.#unusable(refusal, 'the 401 carries no Basic or Bearer challenge')
  }

  #unusable({ arrival }: Refusal, detail: string): Reply {
    return {
      kind: 'cause',
      cause: failed('challenge-unusable', { host: arrival.url.host, at: arrival.at, status: 401, detail }),
    }
  }

  /** The 401 stands: whoever asked gets it as it is. */
  #refused({ arrival, authority }: Refusal): Reply {
    return { ...arrival, tokenIssued: authority.tokenIssued }
  }
}

import type { Clock } from '../world.ts'
import { Authorizer } from './access/authorizer.ts'
import { nothing } from './access/authority.ts'
import type { Authority } from './access/authority.ts'
import { failed } from './diagnosis/cause.ts'
import type { Cause } from './diagnosis/cause.ts'
import type { Courier } from './courier.ts'
import { wantsTls } from './diagnosis/diagnose.ts'
import { endpointKey, endpointOf } from './transport/endpoint.ts'
import type { Endpoint } from './transport/endpoint.ts'
import { follow } from './transport/follow.ts'
import type { Inquiry, Reply } from './inquiry.ts'
import { Introductions } from './access/introductions.ts'
import type { Redactor } from './diagnosis/redact.ts'
import type { Tokens } from './access/token.ts'
import type { Trail } from './diagnosis/trail.ts'
import type { RegistryHost } from './types.ts'

export interface InquirerOptions {
  readonly courier: Courier
  readonly tokens: Tokens
  readonly redactor: Redactor
  readonly clock: Clock
  readonly userAgent: string
  /** A fork's run: only public addresses. */
  readonly forkRun: boolean
}

// containerd makes five attempts for one call (core/remotes/docker/resolver.go)
const maximumRounds = 5

/** Asks registries: answers their challenges, follows their redirects, and falls back to plain HTTP where that is due. */
export class Inquirer {
  readonly #options: InquirerOptions
  readonly #authorizer: Authorizer
  readonly #introductions: Introductions
  readonly #plain = new Set<string>()
  readonly #speaksHttp = new Map<string, Promise<boolean>>()

  constructor(options: InquirerOptions) {
    this.#options = options
    this.#authorizer = new Authorizer(options)
    this.#introductions = new Introductions(options.courier.ceiling)
  }

  async ask(inquiry: Inquiry): Promise<Reply> {
    const endpoint = endpointOf(inquiry.target.host, this.#options.forkRun)
    const reply = await this.#converse(inquiry, endpoint)
    if (!isPlainHttp(reply)) return reply
    if (endpoint.host.scheme !== 'https-then-http') return this.#certain(reply, inquiry, endpoint)
    this.#plain.add(endpointKey(endpoint.host))
    return this.#converse(inquiry, endpoint)
  }

  /** Whatever is no TLS looks the same to a TLS hello, so whether it is HTTP is asked: once for each host, as nobody. */
  async #certain(reply: Reply, { trail }: Inquiry, endpoint: Endpoint): Promise<Reply> {
    const key = endpointKey(endpoint.host)
    const asking = this.#speaksHttp.get(key) ?? this.#askPlainly(endpoint, trail)
    this.#speaksHttp.set(key, asking)
    if (await asking) return reply
    const { authority: host } = endpoint.host
    const detail = 'what listens there did not answer in TLS, and not in plain HTTP either'
    return { kind: 'cause', cause: failed('not-a-registry', { host, at: 'registry', detail }) }
  }

  async #askPlainly({ host, tls, reach }: Endpoint, trail: Trail): Promise<boolean> {
    const port = /:\d+$/.test(host.authority) ? '' : ':443'
    const url = URL.parse(`http://${host.authority}${port}/v2/`)
    if (url === null) return true
    const headers = { 'user-agent': this.#options.userAgent }
    const request = { url, method: 'GET', headers, tls, reach, bodyLimit: 1024 } as const
    const result = await this.#options.courier.send(request, { trail })
    // 5xx may be what a proxy makes of an answer that is no HTTP
    return result.kind === 'response' && result.status < 500 && !wantsTls(result)
  }

  async #converse(inquiry: Inquiry, endpoint: Endpoint): Promise<Reply> {
    const url = this.#urlOf(inquiry)
    if (url === null) return { kind: 'cause', cause: unusableName(endpoint.host) }
    const key = endpointKey(endpoint.host)
    await this.#introductions.wait(key, endpoint.host.authority)
    let authority = inquiry.asNobody ? nothing : await this.#authorizer.expect(inquiry, endpoint)
    for (let round = 0; round < maximumRounds; round++) {
      const arrival = await follow(this.#journey(inquiry, { endpoint, url, authority }), this.#options.courier)
      const challenged = arrival.kind === 'response' && arrival.response.status === 401 && !inquiry.asNobody
      const answer = challenged && this.#authorizer.answer(inquiry, { endpoint, url, arrival, authority })
      // the challenge is read by now, though what it asks for is still to be had
      this.#introductions.meet(key)
      if (arrival.kind === 'cause') return arrival
      if (answer === false) return { ...arrival, tokenIssued: authority.tokenIssued }
      const next = await answer
      if (next.kind !== 'authority') return next
      authority = next
    }
    const detail = 'the registry asked for authorization again and again'
    return { kind: 'cause', cause: failed('token-rejected', { host: url.host, at: 'registry', status: 401, detail }) }
  }

  #journey(
    { method, headers, bodyLimit, trail, target }: Inquiry,
    { endpoint, url, authority }: { endpoint: Endpoint; url: URL; authority: Authority },
  ) {
    return {
      url,
      method,
      headers: { 'user-agent': this.#options.userAgent, ...headers },
      ownHeaders: { ...this.#ownHeaders(target.host), ...authority.headers },
      foreign: authority.foreign,
      elsewhere: endpoint.elsewhere,
      tls: endpoint.tls,
      reach: endpoint.reach,
      bodyLimit,
      trail,
      as: authority.credentialed ? target.as : undefined,
      at: 'registry' as const,
    }
  }

  // a host's own headers often are a key to it
  #ownHeaders({ headers = {} }: RegistryHost): Readonly<Record<string, string>> {
    for (const value of Object.values(headers)) this.#options.redactor.add(value)
    return headers
  }

  #urlOf({ target, path, query = {} }: Inquiry): URL | null {
    const { host, repository } = target
    const url = URL.parse(`${this.#schemeOf(host)}://${host.authority}${host.path}/${repository}${path}`)
    if (url === null) return null
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    // containerd tells a mirror whose content is asked for (docs/hosts.md)
    if (host.mirrorOf !== undefined) url.searchParams.set('ns', host.mirrorOf)
    return url
  }

  #schemeOf(host: RegistryHost): 'http' | 'https' {
    return host.scheme === 'http' || this.#plain.has(endpointKey(host)) ? 'http' : 'https'
  }
}

// only an answer in plain HTTP to the TLS hello makes containerd fall back (core/remotes/docker/resolver.go)
function isPlainHttp(reply: Reply): boolean {
  return (
    reply.kind === 'cause' &&
    reply.cause.kind === 'failed' &&
    reply.cause.failure === 'plain-http' &&
    reply.cause.at === 'registry'
  )
}

function unusableName({ authority }: RegistryHost): Cause {
  return failed('name-not-resolved', {
    host: authority,
    at: 'registry',
    detail: 'the host and port are no valid address',
  })
}

import { constants } from 'node:crypto'
import { createSecureContext, getCACertificates } from 'node:tls'
import { Agent, DecoratorHandler, Pool, ProxyAgent, buildConnector } from 'undici'
import type { Dispatcher } from 'undici'
import type { Connect } from './http2/dials.ts'
import { Offer } from './http2/offer.ts'
import type { Observer } from './http2/offer.ts'
import { tlsKey } from './http.ts'
import type { TlsProfile } from './http.ts'
import { lookupWithin } from './lookup.ts'
import type { Environment } from './proxy.ts'
import type { Reach } from './reach.ts'
import { ToldAuthorities } from './told-authorities.ts'

/** What all connections of a run have in common. */
export interface AgentSettings {
  readonly connectionsPerHost: number
  /** PEM, trusted besides the usual roots. */
  readonly authorities: readonly string[]
  readonly connectTimeoutMs: number
  /** The process environment, for which authorities it was told of. */
  readonly environment?: Environment | undefined
  readonly http2: boolean
  /** With HTTP/2: how long a server may be silent before it is asked whether it is there. */
  readonly silenceMs?: number | undefined
  readonly observer?: Observer | undefined
}

export interface Route {
  readonly tls: TlsProfile
  readonly reach: Reach
  readonly proxy?: URL | undefined
  /** Trusts the system's roots and `SSL_CERT_FILE` besides Node's own, as the runtimes do. Reading them is slow: 200 ms. */
  readonly systemRoots?: boolean | undefined
}

/** Connection pools: one for each way of checking certificates, reach and proxy. */
export class Agents implements AsyncDisposable {
  readonly #settings: AgentSettings
  readonly #agents = new Map<string, Dispatcher>()
  readonly #told: ToldAuthorities
  #roots: string[] | undefined

  constructor(settings: AgentSettings) {
    this.#settings = settings
    this.#told = new ToldAuthorities(settings.environment ?? {}, settings.authorities)
  }

  for(route: Route): Dispatcher {
    const key = keyOf(route)
    const agent = this.#agents.get(key) ?? this.#create(route)
    this.#agents.set(key, agent)
    return agent
  }

  /** Whether an origin that answered is trusted only by an authority that this process was told of. */
  isToldOf(url: URL, tls: TlsProfile): boolean {
    return this.#told.vouchFor(url, tls)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // what is still under way has no reader any more
    await Promise.all([...this.#agents.values()].map(agent => agent.destroy()))
    this.#agents.clear()
  }

  #create({ tls, reach, proxy, systemRoots }: Route): Dispatcher {
    const { connectionsPerHost, connectTimeoutMs } = this.#settings
    const requestTls = { ...this.#tlsOptions(tls, systemRoots), timeout: connectTimeoutMs }
    const common = {
      connections: connectionsPerHost,
      pipelining: 1,
      allowH2: false,
      keepAliveTimeout: idleMs,
      maxHeaderSize: 64 * 1024,
      factory: (origin: string | URL, options: Pool.Options) => this.#clientOf(origin, options, tls),
    }
    if (proxy === undefined) return new Agent({ ...common, connect: connector({ ...requestTls, ...lookupOf(reach) }) })
    // trusted roots of the run hold for an HTTPS proxy as well; a registry's own certificates do not
    const isOverTls = proxy.protocol === 'https:'
    const proxyTls = { ...(isOverTls && this.#tlsOptions({ verify: true })), timeout: connectTimeoutMs }
    const clientFactory = (origin: URL, options: object) =>
      proxyClient(origin, { ...options, headersTimeout: connectTimeoutMs })
    const offered = { ...requestTls, allowH2: this.#settings.http2, preferH2: true }
    return new ProxyAgent({ ...common, uri: proxy.href, requestTls: offered, proxyTls, clientFactory })
  }

  /** The client for one origin, or for the proxy that plain requests go to. */
  #clientOf(origin: string | URL, { connect, ...options }: Pool.Options, tls: TlsProfile): Dispatcher {
    if (typeof connect !== 'function') return new Pool(origin, { ...options, ...(connect && { connect }) })
    const url = new URL(origin)
    const isForProxy = options.connections === undefined
    const http1 = (own: buildConnector.connector) => new Pool(origin, { ...options, connect: frank(own) })
    if (url.protocol === 'http:' || isForProxy) return http1(plainly(connect))
    const watched = this.#told.watch(connect, url, tls)
    if (!this.#settings.http2) return http1(plainly(watched))
    const { connectionsPerHost: connections, silenceMs = 5000, observer = blind } = this.#settings
    return new Offer(url, { connect: frank(watched), connections, http1, idleMs, silenceMs, observer })
  }

  #tlsOptions({ verify, ca, client }: TlsProfile, systemRoots = false) {
    const system = systemRoots ? getCACertificates('system') : []
    const own = [...system, ...this.#settings.authorities, ...(ca === undefined ? [] : [ca])]
    // made once for all connections: reading the roots takes 40 ms
    const secureContext = createSecureContext({
      // Go's TLS, and with it the runtimes, talks to servers without secure renegotiation (RFC 5746)
      secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
      ...(own.length > 0 ? { ca: [...this.#defaultRoots(), ...own] } : {}),
      ...(client === undefined ? {} : { cert: client.certificate, key: client.key.reveal() }),
    })
    return { rejectUnauthorized: verify, secureContext }
  }

  // `ca` replaces the roots of Node, so they go along
  #defaultRoots(): readonly string[] {
    this.#roots ??= getCACertificates('default')
    return this.#roots
  }
}

// registries close idle connections after a minute as a rule; the pauses of a run are shorter
const idleMs = 30_000

const blind: Observer = { speaks() {}, strains() {} }

/** Makes connections that offer HTTP/2 where the target does not forbid it. */
function connector(options: buildConnector.BuildOptions): Connect {
  const offering = buildConnector({ ...options, allowH2: true, preferH2: true })
  const plain = buildConnector({ ...options, allowH2: false })
  return ({ allowH2 = true, ...target }, callback) => (allowH2 ? offering : plain)(target, callback)
}

function plainly(connect: Connect): Connect {
  return (target, callback) => connect({ ...target, allowH2: false }, callback)
}

/** Ends a socket at its first error: undici would report the end of the stream that follows it, and lose a TLS alert. */
function frank(connect: Connect): Connect {
  return (target, callback) =>
    connect(target, (...result) => {
      const [, socket] = result
      socket?.on('error', () => socket.destroy())
      callback(...result)
    })
}

/** The connections to a proxy: bounded in time, and with failures that can be told from those behind the proxy. */
function proxyClient(origin: URL, options: Pool.Options): Dispatcher {
  return new Pool(origin, options).compose(
    dispatch => (request, handler) => dispatch(request, new ProxyFailures(handler)),
  )
}

class ProxyFailures extends DecoratorHandler {
  readonly #handler: Dispatcher.DispatchHandler

  constructor(handler: Dispatcher.DispatchHandler) {
    super(handler)
    this.#handler = handler
  }

  onResponseError(controller: Dispatcher.DispatchController, cause: Error): void {
    const failure = Object.assign(new Error('no tunnel through the proxy', { cause }), { code: 'UND_ERR_PRX_CONN' })
    this.#handler.onResponseError?.(controller, failure)
  }
}

function lookupOf(reach: Reach) {
  return reach === 'any' ? {} : { lookup: lookupWithin(reach) }
}

function keyOf({ tls, reach, proxy, systemRoots = false }: Route): string {
  return `${tlsKey(tls)} ${reach} ${systemRoots} ${proxy?.href ?? 'direct'}`
}

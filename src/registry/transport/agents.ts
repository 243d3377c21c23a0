import { constants } from 'node:crypto'
import { createSecureContext, getCACertificates } from 'node:tls'
import { Agent, DecoratorHandler, Pool, ProxyAgent, buildConnector } from 'undici'
import type { Dispatcher } from 'undici'
import { tlsKey } from './http.ts'
import type { TlsProfile } from './http.ts'
import { lookupWithin } from './lookup.ts'
import type { Reach } from './reach.ts'

/** What all connections of a run have in common. */
export interface AgentSettings {
  readonly connectionsPerHost: number
  /** PEM, trusted besides the usual roots. */
  readonly authorities: readonly string[]
  readonly connectTimeoutMs: number
  readonly http2: boolean
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
  #roots: string[] | undefined

  constructor(settings: AgentSettings) {
    this.#settings = settings
  }

  for(route: Route): Dispatcher {
    const key = keyOf(route)
    const agent = this.#agents.get(key) ?? this.#create(route)
    this.#agents.set(key, agent)
    return agent
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // what is still under way has no reader any more
    await Promise.all([...this.#agents.values()].map(agent => agent.destroy()))
    this.#agents.clear()
  }

  #create({ tls, reach, proxy, systemRoots }: Route): Dispatcher {
    const { connectionsPerHost, http2, connectTimeoutMs } = this.#settings
    const connect = { ...this.#tlsOptions(tls, systemRoots), timeout: connectTimeoutMs, allowH2: http2 }
    const common = {
      connections: connectionsPerHost,
      pipelining: 1,
      allowH2: http2,
      // registries close idle connections after a minute as a rule; the pauses of a run are shorter
      keepAliveTimeout: 30_000,
      maxHeaderSize: 64 * 1024,
    }
    if (proxy === undefined) return new Agent({ ...common, connect: connector({ ...connect, ...lookupOf(reach) }) })
    // trusted roots of the run hold for an HTTPS proxy as well; a registry's own certificates do not
    const isOverTls = proxy.protocol === 'https:'
    const proxyTls = { ...(isOverTls && this.#tlsOptions({ verify: true })), timeout: connectTimeoutMs }
    const clientFactory = (origin: URL, options: object) =>
      proxyClient(origin, { ...options, headersTimeout: connectTimeoutMs })
    return new ProxyAgent({
      ...common,
      uri: proxy.href,
      requestTls: connect,
      proxyTls,
      clientFactory,
      factory: tunnels,
    })
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

function connector(options: buildConnector.BuildOptions): buildConnector.connector {
  return frank(buildConnector(options))
}

/** Ends a socket at its first error: undici would report the end of the stream that follows it, and lose a TLS alert. */
function frank(connect: buildConnector.connector): buildConnector.connector {
  return (target, callback) =>
    connect(target, (...result) => {
      const [, socket] = result
      socket?.on('error', () => socket.destroy())
      callback(...result)
    })
}

/** The connections through a proxy; the agent makes the tunnels. */
function tunnels(origin: string | URL, options: Pool.Options): Dispatcher {
  const { connect } = options
  return new Pool(origin, typeof connect === 'function' ? { ...options, connect: frank(connect) } : options)
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

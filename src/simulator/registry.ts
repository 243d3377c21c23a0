import type { Artifact } from './artifact.ts'
import { authOf } from './auth/auth.ts'
import type { AuthOptions } from './auth/auth.ts'
import { FaultList } from './faults/fault-list.ts'
import type { Fault } from './faults/fault.ts'
import { faults as faultTable } from './faults/faults.ts'
import type { FaultName } from './faults/faults.ts'
import { matchOf } from './faults/match.ts'
import type { Match } from './faults/match.ts'
import { listen } from './listen.ts'
import type { Listener } from './listen.ts'
import type { RecordedRequest } from './recorder.ts'
import { respond } from './respond.ts'
import type { Desk } from './respond.ts'
import { Store } from './store.ts'
import { ourAuthority } from './tls/authority.ts'
import type { CertificateKind } from './tls/kinds.ts'
import { serverOptions } from './tls/server-options.ts'

/** How the registry is to be. Without options: plain HTTP, open to all, on a free port of 127.0.0.1. */
export interface RegistryOptions {
  readonly address?: string | undefined
  readonly port?: number | undefined
  readonly tls?: CertificateKind | undefined
  /** Offers HTTP/2 by ALPN; needs `tls`. `raw` lets faults write below HTTP/2 as well, and is slower. */
  readonly http2?: boolean | 'raw' | undefined
  readonly auth?: AuthOptions | undefined
  /** Round trip time: connecting costs one, and everything sent travels for half of it. */
  readonly latencyMs?: number | undefined
  /** Where the API is mounted; default `/v2`. */
  readonly prefix?: string | undefined
  /** Shares what another registry holds. */
  readonly store?: Store | undefined
  /** Host that challenges name, where the registry is known by another name than its address. */
  readonly name?: string | undefined
  /** Origin that challenges name for the token server, e.g. `https://auth.docker.io`. */
  readonly tokenOrigin?: string | undefined
  /** Milliseconds since the epoch, for the life of tokens. */
  readonly now?: (() => number) | undefined
}

/** A running registry. */
export interface SimulatedRegistry extends AsyncDisposable {
  /** `127.0.0.1:41231` */
  readonly host: string
  /** `http://127.0.0.1:41231` */
  readonly origin: string
  /** Host of the token server: the registry's own unless it is separate. */
  readonly tokenHost: string
  readonly store: Store
  /** PEM of the authority whose certificates our TLS registries have (all but two kinds). */
  readonly ca: string
  /** Uploads; gives the digest of the root. */
  push(repository: string, tags: string | readonly string[], artifact: Artifact): string
  /** Switches a fault on: `*`, `acme/web`, `acme/web:v1`, `acme/web@sha256:…` or a match. Dispose it to switch it off. */
  fault(where: string | Match, fault: FaultName | Fault): Disposable
  clearFaults(): void
  /** Forgets all issued tokens: from now on they are invalid. */
  revokeTokens(): void
  /** From now on the port refuses connections. */
  refuseConnections(): void
  /** Every request so far, in the order in which they were answered. */
  readonly requests: readonly RecordedRequest[]
  readonly requestCount: number
  /** Connections accepted so far, the separate token server's included. */
  readonly connections: number
  /** The most requests that were in work at the same time. */
  readonly peak: number
  /** Forgets the recorded requests. */
  clear(): void
}

/**
 * Starts a registry; dispose it to close everything at once.
 *
 *     await using registry = await startRegistry({ auth: { style: 'ghcr', public: ['acme/web'] } })
 *     registry.push('acme/web', 'v1', image({ platforms: ['linux/amd64', 'linux/arm64'] }))
 *     registry.fault({ repository: 'acme/web', times: 1 }, 'error-503')
 */
export async function startRegistry(options: RegistryOptions = {}): Promise<SimulatedRegistry> {
  await using stack = new AsyncDisposableStack()
  const store = options.store ?? new Store()
  const desk: Desk = {
    prefix: options.prefix ?? '/v2',
    store,
    auth: options.auth === undefined ? undefined : authOf(options.auth, { now: options.now ?? Date.now, store }),
    faults: new FaultList(),
    requests: [],
    load: { now: 0, peak: 0 },
    place: { host: '', origin: '', tokenOrigin: '' },
  }
  const listener = stack.use(await open(desk, options))
  const separate = options.auth?.separateTokenServer === true
  const tokens = separate ? stack.use(await open(desk, { ...options, port: 0 })) : listener
  desk.place = {
    host: options.name ?? listener.host,
    origin: listener.origin,
    tokenOrigin: options.tokenOrigin ?? tokens.origin,
  }
  return registryOf(desk, { listener, tokens, opened: stack.move() })
}

async function open(desk: Desk, options: RegistryOptions): Promise<Listener> {
  const listener: Listener = await listen({
    ...options,
    tls: options.tls === undefined ? undefined : serverOptions(options.tls, options.address),
    handler: (request, response) => void respond(desk, { request, response, listener }),
    intercept: socket => desk.faults.take(socket),
  })
  return listener
}

interface Opened {
  readonly listener: Listener
  readonly tokens: Listener
  readonly opened: AsyncDisposableStack
}

function registryOf(desk: Desk, { listener, tokens, opened }: Opened): SimulatedRegistry {
  const { store, faults, requests, load } = desk
  return {
    host: listener.host,
    origin: listener.origin,
    tokenHost: tokens.host,
    store,
    get ca() {
      return ourAuthority().certificate
    },
    requests,
    push: (repository, tags, artifact) => store.push(repository, tags, artifact),
    fault: (where, fault) =>
      faults.add(
        typeof where === 'string' ? matchOf(where) : where,
        typeof fault === 'string' ? faultTable[fault] : fault,
      ),
    clearFaults: () => faults.clear(),
    revokeTokens: () => desk.auth?.tokens.revoke(),
    refuseConnections: () => listener.refuse(),
    get requestCount() {
      return requests.length
    },
    get connections() {
      return listener.connections + (tokens === listener ? 0 : tokens.connections)
    },
    get peak() {
      return load.peak
    },
    clear: () => void requests.splice(0),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  }
}

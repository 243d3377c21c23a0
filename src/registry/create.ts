import type { Secret } from '../secret.ts'
import type { Clock, RunProgram } from '../world.ts'
import { Allowance } from './content/allowance.ts'
import { Agents } from './transport/agents.ts'
import { Client } from './client.ts'
import { ceilingOf, usualConcurrency } from './pace/concurrency.ts'
import { Contents } from './cache/contents.ts'
import type { ContentCache } from './cache/contents.ts'
import { Courier } from './courier.ts'
import { createLogins } from './credentials/login.ts'
import { Inquirer } from './inquirer.ts'
import type { Environment } from './transport/proxy.ts'
import { Heads } from './content/heads.ts'
import { Quotas } from './pace/quota.ts'
import type { Desk } from './reading.ts'
import { Redactor } from './diagnosis/redact.ts'
import { Tokens } from './access/token.ts'
import { createTransport } from './transport/transport.ts'
import type { Timeouts } from './transport/transport.ts'
import type { Registry, RenewableRegistry } from './types.ts'

/** Everything that the client takes from outside; it reads no environment of its own. */
export interface RegistryOptions {
  readonly clock: Clock
  /** For credential helpers. */
  readonly run: RunProgram
  /** The process environment: proxies, where docker and podman keep logins, what helpers need. */
  readonly environment: Environment
  readonly userAgent: string
  /** A docker config file or its folder, in place of where docker and podman look. */
  readonly dockerConfig?: string | undefined
  /**
   * Requests that one host may have under way; default 16, over HTTP/2 64, fewer where a host is known to need it or
   * says so.
   */
  readonly concurrency?: number | undefined
  /** PEM texts of authorities that are trusted besides the usual roots. */
  readonly authorities?: readonly string[] | undefined
  /** A fork's run: no loopback, private, link-local or metadata address is contacted. */
  readonly forbidPrivateAddresses?: boolean | undefined
  /** Disposed with the client. */
  readonly cache?: (ContentCache & AsyncDisposable) | undefined
  /** The workflow's token, for ghcr.io where no login is found. */
  readonly githubToken?: Secret | undefined
  readonly timeouts?: Partial<Timeouts> | undefined
  /** Offer HTTP/2 to TLS hosts; default true. */
  readonly http2?: boolean | undefined
}

const defaultTimeouts: Timeouts = { connectMs: 10_000, headersMs: 30_000, bodyMs: 20_000, totalMs: 60_000 }

/** The registry client of a run. Disposing it ends all connections. */
export function createRegistry(options: RegistryOptions): RenewableRegistry & AsyncDisposable {
  const redactor = new Redactor()
  const { agents, courier } = connect(options)
  const desk = deskOver(courier, options, redactor)
  const login = createLogins({ ...options, redactor })
  const usage = () => ({ requests: courier.requests, manifestGets: desk.manifestGets, pullQuota: desk.quotas.tightest })
  const remembering = (): Registry => portOf(new Client(desk, redactor), { login, usage })
  return Object.assign(remembering(), {
    fresh: remembering,
    async [Symbol.asyncDispose]() {
      await options.cache?.[Symbol.asyncDispose]()
      await agents[Symbol.asyncDispose]()
    },
  })
}

interface Common extends Pick<Registry, 'login'> {
  readonly usage: () => Registry['usage']
}

function portOf(client: Client, { login, usage }: Common): Registry {
  return {
    login,
    manifest: (target, reference, mediaType) => client.manifest(target, reference, mediaType),
    byHead: (target, reference) => client.byHead(target, reference),
    greet: host => client.greet(host),
    resolve: (target, tag) => client.resolve(target, tag),
    exists: (target, content) => client.exists(target, content),
    config: (target, config) => client.config(target, config),
    tags: target => client.tags(target),
    get usage() {
      return usage()
    },
  }
}

function deskOver(courier: Courier, { clock, userAgent, ...options }: RegistryOptions, redactor: Redactor): Desk {
  const tokens = new Tokens({ courier, clock, redactor, userAgent })
  const forkRun = options.forbidPrivateAddresses === true
  return {
    inquirer: new Inquirer({ courier, tokens, redactor, clock, userAgent, forkRun }),
    contents: new Contents(options.cache),
    allowance: new Allowance(),
    quotas: new Quotas(),
    heads: new Heads(),
    now: () => clock.now(),
    manifestGets: 0,
  }
}

function connect(options: RegistryOptions): { readonly agents: Agents; readonly courier: Courier } {
  const { clock, environment: proxies, authorities = [], concurrency, http2 = true } = options
  const timeouts = { ...defaultTimeouts, ...options.timeouts }
  const agents = new Agents({
    connectionsPerHost: concurrency ?? usualConcurrency['one-by-one'],
    authorities,
    environment: proxies,
    connectTimeoutMs: timeouts.connectMs,
    http2,
    silenceMs: silenceWithin(timeouts.headersMs),
    observer: {
      speaks: (host, way) => courier.speaks(host, way),
      strains: host => courier.strains(host),
    },
  })
  const transport = createTransport({ agents, proxies, timeouts, deadline: clock.deadline })
  const courier = new Courier({
    transport,
    clock,
    ceiling: (host, way = 'one-by-one') => ceilingOf(host, concurrency ?? usualConcurrency[way]),
  })
  return { agents, courier }
}

/** A silent host is told from a slow one well before a wait for headers ends. */
function silenceWithin(headersMs: number): number {
  return Math.min(5000, Math.max(500, headersMs / 6))
}

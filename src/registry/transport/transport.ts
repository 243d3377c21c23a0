import type { Dispatcher } from 'undici'
import type { Agents, Route } from './agents.ts'
import { sparingly } from './after-head.ts'
import { decodeBody } from './body.ts'
import { failureOf } from './failure.ts'
import { gather } from './gather.ts'
import type { Gathered, Patience } from './gather.ts'
import { header } from './http.ts'
import type { HttpFailure, HttpRequest, HttpResponse, HttpResult } from './http.ts'
import { proxyFor } from './proxy.ts'
import type { Environment, ProxyChoice } from './proxy.ts'
import { Reserve } from './reserve.ts'
import { mayReachName } from './reach.ts'
import type { FailureCode } from '../answers/types.ts'

/** Bounds of one request, in milliseconds. */
export interface Timeouts {
  readonly connectMs: number
  readonly headersMs: number
  /** Between two pieces of a body. */
  readonly bodyMs: number
  /** From the first byte sent to the last received. */
  readonly totalMs: number
}

export interface TransportOptions {
  readonly agents: Agents
  readonly proxies: Environment
  readonly timeouts: Timeouts
  readonly deadline: AbortSignal
}

/** Sends one request and says what came of it; never throws for what the other side does. */
export type Transport = (request: HttpRequest) => Promise<HttpResult>

/** The transport over undici. */
export function createTransport(options: TransportOptions): Transport {
  const systemTrusts = new Set<string>()
  const underWay: Patience['underWay'] = new Set()
  const reserve = new Reserve()
  options.deadline.addEventListener('abort', () => underWay.forEach(stop => stop('deadline')), { once: true })
  return sparingly(async (request, lasting) => {
    const { url, reach, tls } = request
    const host = url.host
    if (options.deadline.aborted) return late(host)
    if (!mayReachName(url.hostname, reach))
      return failure('address-forbidden', { host, detail: `${url.hostname} must not be contacted from here` })
    const proxy = proxyFor(url, options.proxies)
    if (proxy.kind === 'unusable')
      return failure('proxy-unreachable', { host: 'proxy', detail: proxy.why, atProxy: true })
    // with a proxy it is the proxy that resolves names
    const route = proxy.kind === 'proxy' ? { tls, reach, proxy: proxy.url } : { tls, reach }
    const send = (via: Route) => sendBy(via, request, { ...options, proxy, lasting, underWay, reserve })
    if (systemTrusts.has(url.origin)) return send({ ...route, systemRoots: true })
    const result = await send(route)
    if (result.kind !== 'failure' || result.code !== 'tls-unknown-authority') return result
    systemTrusts.add(url.origin)
    return send({ ...route, systemRoots: true })
  })
}

interface Line extends TransportOptions {
  readonly agent: Dispatcher
  readonly proxy: ProxyChoice
  /** Whether the connection outlives a HEAD. */
  readonly lasting: boolean
  readonly underWay: Patience['underWay']
  readonly reserve: Reserve
}

async function sendBy(route: Route, request: HttpRequest, line: Omit<Line, 'agent'>): Promise<HttpResult> {
  const agent = agentFor(route, line.agents)
  if (typeof agent === 'string') return failure('tls-client-certificate', { host: request.url.host, detail: agent })
  return exchange(request, { ...line, agent })
}

/** The agent, or why OpenSSL can't read the certificate and key that the nodes' configuration names for the host. */
function agentFor(route: Route, agents: Agents): Dispatcher | string {
  try {
    return agents.for(route)
  } catch (error) {
    if (route.tls.client === undefined) throw error
    return `the client certificate or its key can't be read: ${error instanceof Error ? error.message : String(error)}`
  }
}

async function exchange(request: HttpRequest, line: Line): Promise<HttpResult> {
  const { bodyLimit: limit, url } = request
  const { totalMs } = line.timeouts
  const { underWay, reserve } = line
  const outcome = await gather(line.agent, dispatched(request, line), { limit, totalMs, underWay, reserve })
  switch (outcome.kind) {
    case 'error':
      return thrown(outcome.error, url, line.proxy)
    case 'given-up':
      if (outcome.why === 'deadline') return late(url.host)
      return failure('response-timeout', { host: url.host, detail: `no answer within ${totalMs} ms` })
    case 'gathered': {
      const isTold = line.agents.isToldOf(url, request.tls)
      return { ...(await received(outcome, limit)), ...(isTold && { onlyRunnerTrusts: true }) }
    }
  }
}

async function received({ status, headers, body: read }: Gathered, limit: number): Promise<HttpResponse> {
  const { bytes, failure: bodyFailure } = await decodeBody(read, header(headers, 'content-encoding') ?? '', limit)
  return { kind: 'response', status, headers, body: bytes, bodyFailure }
}

function dispatched(request: HttpRequest, { timeouts, lasting }: Line): Dispatcher.DispatchOptions {
  const { url, method, headers, body } = request
  return {
    origin: url.origin,
    path: url.pathname + url.search,
    method,
    // a body that unpacks to more than it weighs is not even asked for
    headers: { 'accept-encoding': 'identity', ...headers },
    body: body ?? null,
    headersTimeout: timeouts.headersMs,
    bodyTimeout: timeouts.bodyMs,
    ...(method === 'HEAD' && { reset: !lasting }),
  }
}

/** Failures of connecting are the proxy's, where it is what we connect to; those behind a tunnel are not. */
const connecting: ReadonlySet<FailureCode> = new Set([
  'name-not-resolved',
  'resolver-unavailable',
  'connection-refused',
  'connect-timeout',
  'host-unreachable',
])

function thrown(error: unknown, url: URL, proxy: ProxyChoice): HttpFailure {
  const { code, detail } = failureOf(error)
  const atProxy = code.startsWith('proxy-') || (isFirstLeg(url, proxy) && connecting.has(code))
  if (!atProxy) return failure(plainly(code, url), { host: url.host, detail })
  const host = proxy.kind === 'proxy' ? proxy.url.host : url.host
  return failure(code.startsWith('proxy-') ? code : 'proxy-unreachable', { host, detail, atProxy })
}

function isFirstLeg(url: URL, proxy: ProxyChoice): boolean {
  return proxy.kind === 'proxy' && (url.protocol === 'http:' || proxy.url.protocol === 'socks5:')
}

/** Only a TLS hello can be answered in plain HTTP. */
function plainly(code: FailureCode, url: URL): FailureCode {
  return code === 'plain-http' && url.protocol === 'http:' ? 'not-a-registry' : code
}

function late(host: string): HttpFailure {
  return failure('deadline', { host, detail: 'the time of the whole check was over' })
}

function failure(
  code: FailureCode,
  { host, detail, atProxy = false }: { host: string; detail: string; atProxy?: boolean },
): HttpFailure {
  return { kind: 'failure', code, host, detail, atProxy }
}

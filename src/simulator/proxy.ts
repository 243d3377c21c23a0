import { once } from 'node:events'
import { createServer, request as send } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'

/** How the proxy treats tunnels. */
export type ProxyMode =
  | 'serve'
  /** 403: the policy does not allow the host. */
  | 'refuse'
  /** 407: asks for a login, and takes none. */
  | 'authenticate'
  /** 502: can't reach the host. */
  | 'bad-gateway'
  /** Says nothing. */
  | 'hang'

export interface ProxyOptions {
  /** Where names lead: `registry.test` (port 443) or `registry.test:5000` → `127.0.0.1:41231`. Others get 502. */
  readonly routes: Readonly<Record<string, string>>
  readonly mode?: ProxyMode
  /** Wants this login as `user:password` in Proxy-Authorization. */
  readonly login?: string
}

/** One CONNECT, or one plain request for an absolute URL. */
export interface ProxyRequest {
  readonly method: string
  /** `registry.test:443` */
  readonly target: string
  readonly hadAuthorization: boolean
}

export interface SimulatedProxy extends AsyncDisposable {
  /** `127.0.0.1:41232` */
  readonly host: string
  /** For HTTPS_PROXY. */
  readonly origin: string
  readonly requests: readonly ProxyRequest[]
  mode: ProxyMode
  /** Adds or changes a route. */
  route(name: string, host: string): void
}

/** Starts a proxy on loopback that lets names, made-up or real, lead to local ports; nothing outside is contacted. */
export async function startProxy(options: ProxyOptions): Promise<SimulatedProxy> {
  const desk: Desk = {
    routes: new Map(Object.entries(options.routes)),
    requests: [],
    sockets: new Set(),
    mode: options.mode ?? 'serve',
    login: options.login,
  }
  const server = createServer((request, response) => forward(desk, request, response))
  server.on('connection', (socket: Socket) => keep(desk, socket))
  server.on('connect', (request: IncomingMessage, socket: Duplex) => tunnel(desk, request, socket))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('the port is not open')
  return proxyOf(desk, `127.0.0.1:${bound.port}`, async () => {
    for (const socket of desk.sockets) socket.destroy()
    server.close()
    await once(server, 'close')
  })
}

interface Desk {
  readonly routes: Map<string, string>
  readonly requests: ProxyRequest[]
  readonly sockets: Set<Socket>
  readonly login: string | undefined
  mode: ProxyMode
}

function proxyOf(desk: Desk, host: string, close: () => Promise<void>): SimulatedProxy {
  return {
    host,
    origin: `http://${host}`,
    requests: desk.requests,
    get mode() {
      return desk.mode
    },
    set mode(mode) {
      desk.mode = mode
    },
    route: (name, target) => void desk.routes.set(name, target),
    [Symbol.asyncDispose]: close,
  }
}

/** A plain request for an absolute URL (RFC 9112, 3.2.2); to a port that speaks no HTTP it is a bad gateway. */
function forward(desk: Desk, request: IncomingMessage, response: ServerResponse): void {
  note(desk, request, 'plain')
  const url = URL.parse(request.url ?? '') ?? new URL('http://nowhere.invalid')
  const authority = `${url.hostname}:${url.port === '' ? '80' : url.port}`
  const target = routeTo(desk, authority)
  if (desk.mode === 'hang') return
  if (target === undefined || desk.mode !== 'serve') return void response.writeHead(502).end()
  const { method, headers } = request
  const passed = send(`http://${target}${url.pathname}${url.search}`, { method, headers }, answer => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  passed.on('error', () => response.writeHead(502).end())
  request.pipe(passed)
}

function tunnel(desk: Desk, request: IncomingMessage, client: Duplex): void {
  note(desk, request, 'tunnel')
  client.on('error', () => client.destroy())
  const refusal = refusalOf(desk, request)
  if (desk.mode === 'hang') return
  if (refusal !== undefined) return void client.end(refusal)
  const target = new URL(`http://${targetOf(desk, request) ?? ''}`)
  const upstream = connect(Number(target.port), target.hostname.replaceAll(/[[\]]/g, ''))
  keep(desk, upstream)
  upstream.on('connect', () => {
    client.write('HTTP/1.1 200 Connection established\r\n\r\n')
    upstream.pipe(client).pipe(upstream)
  })
  upstream.on('error', () => client.end(status('502 Bad Gateway')))
  client.on('close', () => upstream.destroy())
}

function refusalOf(desk: Desk, request: IncomingMessage): string | undefined {
  const wanted = `Basic ${Buffer.from(desk.login ?? '').toString('base64')}`
  const isStranger = desk.login !== undefined && request.headers['proxy-authorization'] !== wanted
  if (desk.mode === 'authenticate' || isStranger) {
    return status('407 Proxy Authentication Required', 'Proxy-Authenticate: Basic realm="proxy"\r\n')
  }
  if (desk.mode === 'refuse') return status('403 Forbidden')
  return desk.mode === 'bad-gateway' || targetOf(desk, request) === undefined ? status('502 Bad Gateway') : undefined
}

function targetOf(desk: Desk, request: IncomingMessage): string | undefined {
  return routeTo(desk, request.url ?? '')
}

function routeTo(desk: Desk, target: string): string | undefined {
  return desk.routes.get(target) ?? desk.routes.get(target.replace(/:443$/, ''))
}

function status(line: string, headers = ''): string {
  return `HTTP/1.1 ${line}\r\n${headers}Content-Length: 0\r\nConnection: close\r\n\r\n`
}

function note(desk: Desk, request: IncomingMessage, kind: 'tunnel' | 'plain'): void {
  desk.requests.push({
    method: kind === 'tunnel' ? 'CONNECT' : (request.method ?? 'GET'),
    target: request.url ?? '',
    hadAuthorization: request.headers['proxy-authorization'] !== undefined,
  })
}

function keep(desk: Desk, socket: Socket): void {
  desk.sockets.add(socket)
  socket.on('close', () => desk.sockets.delete(socket)).on('error', () => socket.destroy())
}

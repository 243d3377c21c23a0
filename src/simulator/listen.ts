import { once } from 'node:events'
import type { EventEmitter } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import type { RequestListener } from 'node:http'
import { createSecureServer } from 'node:http2'
import { createServer as createHttpsServer } from 'node:https'
import { createServer } from 'node:net'
import type { Server, Socket } from 'node:net'
import type { TlsOptions } from 'node:tls'
import { delayed } from './delay.ts'
import { rawSpeaker } from './raw-http2.ts'

/** How one port is to behave. */
export interface ListenOptions {
  readonly address?: string | undefined
  /** 0, the default, takes a free one. */
  readonly port?: number | undefined
  readonly tls?: TlsOptions | undefined
  /** Offers HTTP/2 by ALPN; needs `tls`. `raw` lets answers write below HTTP/2 as well, and is slower. */
  readonly http2?: boolean | 'raw' | undefined
  /** Round trip time: connecting costs one, and everything sent travels for half of it. */
  readonly latencyMs?: number | undefined
  readonly handler: RequestListener
  /** May take a fresh connection for itself (then gives true). */
  readonly intercept?: ((socket: Socket) => boolean) | undefined
}

/** An open port. Disposing it ends all its connections at once. */
export interface Listener extends AsyncDisposable {
  /** `127.0.0.1:41231` */
  readonly host: string
  /** `http://127.0.0.1:41231` */
  readonly origin: string
  /** How many connections were accepted so far. */
  readonly connections: number
  /** The connection of a client, by the port it comes from. */
  socketFrom(remotePort: number | undefined): Socket | undefined
  /** Stops accepting: from now on the port refuses connections; open ones live on. */
  refuse(): void
}

/** Opens a port that speaks HTTP, HTTPS or HTTP/2. */
export async function listen(options: ListenOptions): Promise<Listener> {
  const inner = speaker(options)
  const sockets = new Set<Socket>()
  let connections = 0
  const front = createServer({ noDelay: true }, socket => {
    connections += 1
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy())
    if (options.intercept?.(socket) !== true) accept(socket, inner, options)
  })
  front.listen(options.port ?? 0, options.address ?? '127.0.0.1')
  await once(front, 'listening')
  const host = hostOf(front)
  return {
    host,
    origin: `${options.tls === undefined ? 'http' : 'https'}://${host}`,
    get connections() {
      return connections
    },
    socketFrom: port => [...sockets].find(socket => socket.remotePort === port),
    refuse: () => void front.close(),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      if (!front.listening) return
      front.close()
      await once(front, 'close')
    },
  }
}

function speaker(options: ListenOptions): Server {
  if (options.tls === undefined) return patient(createHttpServer(options.handler))
  if (options.http2 === 'raw') return rawSpeaker(options.tls, options.handler)
  if (options.http2 !== true) return patient(createHttpsServer(options.tls, options.handler))
  const server = createSecureServer({ ...options.tls, allowHTTP1: true })
  // Node's HTTP/2 takes the listener of HTTP/1.1 (its compatibility API); only the types keep them apart.
  const emitter: EventEmitter = server
  emitter.on('request', options.handler)
  return server
}

/** Without Node's own time limits: a client's limits are what is tested. */
function patient<S extends { keepAliveTimeout: number; requestTimeout: number; headersTimeout: number }>(server: S): S {
  return Object.assign(server, { keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0 })
}

function accept(socket: Socket, inner: Server, options: ListenOptions): void {
  const latencyMs = options.latencyMs ?? 0
  if (latencyMs > 0) {
    setTimeout(() => inner.emit('connection', delayed(socket, latencyMs)), latencyMs)
    return
  }
  if (options.tls === undefined) inner.emit('connection', socket)
  else socket.once('readable', () => afterFirstByte(socket, inner))
}

/** Answers plain HTTP on a TLS port as Go's net/http does, with a normal response; Node would just hang up. */
function afterFirstByte(socket: Socket, inner: Server): void {
  const start: unknown = socket.read()
  if (!Buffer.isBuffer(start)) return
  if (/^[A-Z]{3,7} \//.test(start.toString('latin1', 0, 16))) {
    socket.end('HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n')
    return
  }
  socket.unshift(start)
  inner.emit('connection', socket)
}

function hostOf(server: Server): string {
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('the port is not open')
  return bound.family === 'IPv6' ? `[${bound.address}]:${bound.port}` : `${bound.address}:${bound.port}`
}

import { createServer as createHttpServer } from 'node:http'
import type { RequestListener } from 'node:http'
import { createServer } from 'node:http2'
import type { EventEmitter } from 'node:events'
import type { Server } from 'node:net'
import { Duplex } from 'node:stream'
import { createServer as createTlsServer } from 'node:tls'
import type { TLSSocket, TlsOptions } from 'node:tls'

/** What HTTP/2 runs on; what is written to `below` gets between its frames. */
export class OpenLine extends Duplex {
  readonly below: TLSSocket

  constructor(below: TLSSocket) {
    super()
    this.below = below
    below.on('data', chunk => this.push(chunk))
    below.on('end', () => this.push(null))
    below.on('close', () => this.destroy()).on('error', () => this.destroy())
  }

  get remotePort(): number | undefined {
    return this.below.remotePort
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.below.write(chunk, done)
  }

  override _final(done: () => void): void {
    this.below.end(done)
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.below.destroy()
    done(error)
  }
}

/** Speaks HTTP/2 or HTTP/1.1, in such a way that answers can write below HTTP/2: Node itself would not stand for it. */
export function rawSpeaker(tls: TlsOptions, handler: RequestListener): Server {
  const modern: EventEmitter = createServer({ maxSendHeaderBlockLength: 1 << 20 })
  const old = createHttpServer(handler)
  Object.assign(old, { keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0 })
  modern.on('request', handler)
  // a client that is left in the middle of something complains, to nobody here
  modern.on('session', (session: EventEmitter) => session.on('error', () => undefined))
  modern.on('stream', (stream: EventEmitter) => stream.on('error', () => undefined))
  return createTlsServer({ ...tls, ALPNProtocols: ['h2', 'http/1.1'] }, socket => {
    if (socket.alpnProtocol === 'h2') modern.emit('connection', new OpenLine(socket))
    else old.emit('connection', socket)
  })
}

/** The line below a request over HTTP/2, where it is open to writing. */
export function lineBelow(socket: unknown): OpenLine | undefined {
  const stream: unknown = typeof socket === 'object' && socket !== null ? Reflect.get(socket, 'stream') : undefined
  return stream instanceof OpenLine ? stream : undefined
}

import { Buffer } from 'node:buffer'
import { once } from 'node:events'
import { connect } from 'node:tls'
import type { TLSSocket } from 'node:tls'

export interface IdealReply {
  readonly status: number
  /** Header lines in lower case. */
  readonly head: string
  readonly body: Buffer
}

/** One HTTP/1.1 connection with nothing but what the benchmark's servers need: no chunks, no redirects, no retries. */
export class IdealLine {
  readonly #host: string
  readonly #socket: TLSSocket
  #received: Buffer = Buffer.alloc(0)
  #arrived = Promise.withResolvers<void>()

  private constructor(host: string, socket: TLSSocket) {
    this.#host = host
    this.#socket = socket
    socket.on('data', (chunk: Buffer) => {
      this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk])
      this.#arrived.resolve()
    })
  }

  static async open(host: string): Promise<IdealLine> {
    const [address = '', port] = host.split(':')
    const socket = connect({ host: address, port: Number(port), rejectUnauthorized: false })
    await once(socket, 'secureConnect')
    socket.setNoDelay(true)
    return new IdealLine(host, socket)
  }

  async ask(method: 'GET' | 'HEAD', path: string, headers: string): Promise<IdealReply> {
    this.#socket.write(`${method} ${path} HTTP/1.1\r\nhost: ${this.#host}\r\n${headers}\r\n`)
    const end = await this.#until(() => this.#received.indexOf('\r\n\r\n'))
    const head = this.#received.toString('latin1', 0, end).toLowerCase()
    const length = method === 'HEAD' ? 0 : Number(/\ncontent-length: (\d+)/.exec(head)?.[1] ?? 0)
    const whole = end + 4 + length
    await this.#until(() => (this.#received.length >= whole ? whole : -1))
    const body = this.#received.subarray(end + 4, whole)
    this.#received = this.#received.subarray(whole)
    return { status: Number(head.slice(9, 12)), head, body }
  }

  close(): void {
    this.#socket.destroy()
  }

  async #until(found: () => number): Promise<number> {
    for (let at = found(); ; at = found()) {
      if (at >= 0) return at
      this.#arrived = Promise.withResolvers<void>()
      await this.#arrived.promise
    }
  }
}

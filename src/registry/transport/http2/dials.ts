import { Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import type { buildConnector } from 'undici'

/** Makes a connection; offers HTTP/2 unless `allowH2` is false. */
export type Connect = (
  target: buildConnector.Options & { readonly allowH2?: boolean },
  callback: buildConnector.Callback,
) => unknown

export type Dialled =
  | { readonly kind: 'connected'; readonly socket: Socket; readonly speaksHttp2: boolean }
  | { readonly kind: 'failed'; readonly error: Error }

/**
 * The connections to one origin that are made before it is known what it speaks. Where that is HTTP/1.1 its client takes
 * them over.
 */
export class Dials {
  readonly #connect: Connect
  readonly #target: buildConnector.Options
  readonly #going = new Map<object, unknown>()
  readonly #told: (dialled: Dialled) => void
  readonly #ready: Socket[] = []
  readonly #claims: buildConnector.Callback[] = []
  #isHandedOver = false

  constructor(connect: Connect, target: buildConnector.Options, told: (dialled: Dialled) => void) {
    this.#connect = connect
    this.#target = target
    this.#told = told
  }

  get count(): number {
    return this.#going.size
  }

  /** Makes one more. */
  start(): void {
    const dial = {}
    this.#going.set(dial, undefined)
    const made = this.#connect(this.#target, (error, socket) => {
      const isWanted = this.#going.delete(dial)
      if (!isWanted) return void socket?.destroy()
      if (error !== null) return this.#end({ kind: 'failed', error })
      this.#end({ kind: 'connected', socket, speaksHttp2: protocolOf(socket) === 'h2' })
    })
    if (this.#going.has(dial)) this.#going.set(dial, made)
  }

  /** Nobody waits for them any more. */
  abandon(): void {
    const sockets = [...this.#going.values(), ...this.#ready.splice(0)]
    this.#going.clear()
    for (const socket of sockets) if (socket instanceof Socket) socket.destroy(unneeded)
  }

  /** From now on connections are taken, this one first. */
  handOver(socket: Socket): void {
    this.#isHandedOver = true
    this.#ready.push(socket)
  }

  /** The next connection for HTTP/1.1. */
  take(target: buildConnector.Options, callback: buildConnector.Callback): void {
    const ready = this.#ready.shift()
    // undici does not expect an answer within its question
    if (ready !== undefined) return queueMicrotask(() => callback(null, ready))
    if (this.#claims.length < this.count) this.#claims.push(callback)
    else this.#connect({ ...target, allowH2: false }, callback)
  }

  #end(dialled: Dialled): void {
    if (!this.#isHandedOver) return this.#told(dialled)
    const claim = this.#claims.shift()
    if (dialled.kind === 'failed') return claim?.(dialled.error, null)
    if (!dialled.speaksHttp2 && claim !== undefined) return claim(null, dialled.socket)
    // no second thoughts: several servers behind one name need not agree
    dialled.socket.destroy()
    if (claim !== undefined) this.#connect({ ...this.#target, allowH2: false }, claim)
  }
}

const unneeded = new Error('the connection is not needed')

function protocolOf(socket: Socket | TLSSocket): unknown {
  return 'alpnProtocol' in socket ? socket.alpnProtocol : undefined
}

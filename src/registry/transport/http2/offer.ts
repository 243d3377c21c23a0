import type { Socket } from 'node:net'
import { Dispatcher } from 'undici'
import type { buildConnector } from 'undici'
import { Dials } from './dials.ts'
import type { Connect, Dialled } from './dials.ts'
import type { Question } from './exchange.ts'
import { Detour } from './detour.ts'
import { Session } from './session.ts'
import type { SessionSettings } from './session.ts'
import type { Trouble } from './trouble.ts'

/** What is learnt of a host on the way. */
export interface Observer {
  /** `multiplexed`: one connection takes many questions at once. */
  readonly speaks: (host: string, way: 'multiplexed' | 'one-by-one') => void
  /** The host says that it is asked too much. */
  readonly strains: (host: string) => void
}

export interface OfferOptions extends SessionSettings {
  readonly connect: Connect
  /** Most connections over HTTP/1.1. */
  readonly connections: number
  /** Makes the client over HTTP/1.1. */
  readonly http1: (connect: buildConnector.connector) => Dispatcher
  readonly observer: Observer
}

// one where the server closes as we ask, one more where a load balancer drains, and then it is the server's way
const mostUntouched = 3
const mostAiling = 10_000

/**
 * One HTTPS origin that is offered HTTP/2 by ALPN (RFC 7301). A question that fails over HTTP/2 is asked over HTTP/1.1
 * the next time, at once where the two did not get along in HTTP/2, so that HTTP/2 makes no answer worse.
 */
export class Offer extends Dispatcher {
  readonly #origin: URL
  readonly #options: OfferOptions
  readonly #dials: Dials
  readonly #http1: Dispatcher
  readonly #waiting: Question[] = []
  readonly #untouched = new WeakMap<Question, number>()
  readonly #ailing = new Map<string, Error>()
  #speaks: 'unknown' | 'h2' | 'http/1.1' = 'unknown'
  #session: Session | undefined
  #fallen: Error | undefined
  #isHttp2Alone = false
  #isDestroyed = false

  constructor(origin: URL, options: OfferOptions) {
    super()
    this.#origin = origin
    this.#options = options
    const { hostname, host, port, protocol } = origin
    const target = { hostname: hostname.replace(/^\[|\]$/g, ''), host, port, protocol }
    this.#dials = new Dials(options.connect, target, dialled => this.#choose(dialled))
    this.#http1 = options.http1((asked, callback) => this.#dials.take(asked, callback))
  }

  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    this.#ask({ options, handler })
    return true
  }

  override async close(): Promise<void> {
    await this.destroy()
  }

  override async destroy(): Promise<void> {
    this.#isDestroyed = true
    this.#dials.abandon()
    this.#session?.destroy(over)
    for (const { handler } of this.#waiting.splice(0)) handler.onResponseError?.(nobody, over)
    await this.#http1.destroy()
  }

  #ask(question: Question): void {
    const { options, handler } = question
    if (this.#isDestroyed) return handler.onResponseError?.(nobody, over)
    if (this.#speaks === 'http/1.1') return void this.#http1.dispatch(options, handler)
    const past = this.#isHttp2Alone ? undefined : (this.#fallen ?? this.#ailing.get(keyOf(question)))
    if (past !== undefined) return void this.#http1.dispatch(options, new Detour(handler, past, () => this.#insist()))
    if (this.#session?.isOpen === true) return this.#session.ask(question)
    this.#waiting.push(question)
    this.#dial()
  }

  #dial(): void {
    // HTTP/1.1 needs a connection for each question, and asking first what is spoken would cost it two round trips
    const most = this.#speaks === 'h2' ? 1 : Math.min(this.#waiting.length, this.#options.connections)
    while (this.#dials.count < most && this.#waiting.length > 0) this.#dials.start()
  }

  #choose(dialled: Dialled): void {
    if (dialled.kind === 'failed') return this.#miss(dialled.error)
    if (dialled.speaksHttp2) this.#multiplex(dialled.socket)
    else {
      this.#speaks = 'http/1.1'
      this.#dials.handOver(dialled.socket)
    }
    for (const question of this.#waiting.splice(0)) this.#ask(question)
  }

  #multiplex(socket: Socket): void {
    this.#dials.abandon()
    this.#speaks = 'h2'
    const ended = (question: Question, isTold: boolean, trouble?: Trouble) => this.#end(question, isTold, trouble)
    this.#session = new Session(socket, this.#origin, { settings: this.#options, ended })
    this.#options.observer.speaks(this.#origin.host, 'multiplexed')
  }

  /** Each attempt was made for one question, or for all where one connection takes them all. */
  #miss(error: Error): void {
    const lost = this.#waiting.splice(0, this.#speaks === 'h2' ? this.#waiting.length : 1)
    for (const { handler } of lost) handler.onResponseError?.(nobody, error)
    this.#dial()
  }

  #end(question: Question, isTold: boolean, trouble: Trouble | undefined): void {
    if (trouble === undefined) return
    const { error, remedy, isStrained = false } = trouble
    if (isStrained) this.#options.observer.strains(this.#origin.host)
    if (remedy === 'http/1.1') this.#fall(error)
    if (!isTold && this.#mayAskAgain(question, remedy)) return this.#ask(question)
    if (this.#ailing.size < mostAiling) this.#ailing.set(keyOf(question), error)
    if (!isTold) question.handler.onResponseError?.(nobody, error)
  }

  #mayAskAgain(question: Question, remedy: Trouble['remedy']): boolean {
    if (remedy !== 'again') return remedy === 'http/1.1' && !this.#isHttp2Alone
    const untouched = (this.#untouched.get(question) ?? 0) + 1
    this.#untouched.set(question, untouched)
    return untouched < mostUntouched
  }

  #fall(error: Error): void {
    if (this.#isHttp2Alone || this.#fallen !== undefined) return
    this.#fallen = error
    this.#options.observer.speaks(this.#origin.host, 'one-by-one')
  }

  /** There is no HTTP/1.1 to fall back to. */
  #insist(): void {
    this.#isHttp2Alone = true
    this.#options.observer.speaks(this.#origin.host, 'multiplexed')
  }
}

const over = Object.assign(new Error('the client was closed'), { code: 'UND_ERR_DESTROYED' })

/** Stands for the stream of a question that has none. */
const nobody: Dispatcher.DispatchController = {
  aborted: true,
  paused: false,
  reason: null,
  abort() {},
  pause() {},
  resume() {},
}

function keyOf({ options }: Question): string {
  return `${options.method} ${options.path}`
}

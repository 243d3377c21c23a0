import { connect } from 'node:http2'
import type { ClientHttp2Session } from 'node:http2'
import type { Socket } from 'node:net'
import { Exchange } from './exchange.ts'
import type { Question, Watchers } from './exchange.ts'
import { requestFields } from './fields.ts'
import { http2Error, troubleOf } from './trouble.ts'
import type { Fate, Trouble } from './trouble.ts'

export interface SessionSettings {
  /** How long it stays open without questions. */
  readonly idleMs: number
  /** How long the server may say nothing while it is asked, and then how long it may take to answer a PING. */
  readonly silenceMs: number
}

/** A question came to its end; `isTold` tells whether its handler knows. */
export type Ended = (question: Question, isTold: boolean, trouble?: Trouble) => void

// what a server takes at least as a rule (RFC 9113, 6.5.2), until it has said how much
const streamsAtFirst = 100
const window = 1 << 20

/** One connection that speaks HTTP/2. What the server does not take at once waits here. */
export class Session {
  readonly #session: ClientHttp2Session
  readonly #authority: string
  readonly #settings: SessionSettings
  readonly #ended: Ended
  readonly #waiting: Question[] = []
  #running = 0
  #goaway: Fate['goaway']
  #error: Error | undefined
  #timer: NodeJS.Timeout | undefined
  #heardAt = 0
  #isWatched = false
  #isOver = false

  constructor(socket: Socket, origin: URL, given: { readonly settings: SessionSettings; readonly ended: Ended }) {
    this.#authority = origin.host
    this.#settings = given.settings
    this.#ended = given.ended
    socket.on('error', error => (this.#error ??= error))
    this.#session = connect(origin, {
      createConnection: () => socket,
      settings: { enablePush: false, initialWindowSize: window, maxHeaderListSize: 1 << 20 },
      // more than we accept, so that we can say why
      maxHeaderListPairs: 4096,
    })
    this.#listen()
  }

  get isOpen(): boolean {
    return !this.#isOver && !this.#session.closed && !this.#session.destroyed
  }

  ask(question: Question): void {
    this.#waiting.push(question)
    this.#pump()
  }

  /** Ends the connection at once, and all that runs on it. */
  destroy(error: Error): void {
    this.#error ??= error
    this.#isOver = true
    this.#session.destroy()
    this.#leave()
  }

  #listen(): void {
    this.#session
      .on('connect', session => session.setLocalWindowSize(4 * window))
      .on('remoteSettings', () => this.#pump())
      .on('goaway', (code: number, last: number) => {
        this.#goaway = { code, last }
        this.#pump()
      })
      .on('error', (error: Error) => (this.#error ??= error))
      .on('close', () => this.#leave())
  }

  #pump(): void {
    const most = this.#session.remoteSettings.maxConcurrentStreams ?? streamsAtFirst
    while (this.isOpen && this.#running < most) {
      const question = this.#waiting.shift()
      if (question === undefined) break
      this.#send(question)
    }
    if (!this.isOpen) return this.#leave()
    if (this.#running + this.#waiting.length > 0) this.#watch()
    else this.#rest()
  }

  #send(question: Question): void {
    const fields = requestFields(question.options, this.#authority)
    if (fields === undefined) return this.#ended(question, false, { error: unsendable, remedy: 'none' })
    this.#running += 1
    try {
      const stream = this.#session.request(fields, { endStream: typeof question.options.body !== 'string' })
      void new Exchange(stream, question, this.#watchersOf(question))
    } catch (error) {
      this.#running -= 1
      this.#ended(question, false, { error: error instanceof Error ? error : unsendable, remedy: 'again' })
    }
  }

  #watchersOf(question: Question): Watchers {
    return {
      heard: () => (this.#heardAt = performance.now()),
      troubleOf: end => troubleOf(end, { goaway: this.#goaway, error: this.#error, isOver: !this.isOpen }),
      done: (isTold, trouble) => {
        this.#running -= 1
        this.#ended(question, isTold, trouble)
        this.#pump()
      },
    }
  }

  /** Hands back what was not sent. */
  #leave(): void {
    this.#isOver = true
    if (this.#running === 0) clearTimeout(this.#timer)
    const trouble = { error: this.#error ?? lost, remedy: 'again' } as const
    for (const question of this.#waiting.splice(0)) this.#ended(question, false, trouble)
  }

  #rest(): void {
    clearTimeout(this.#timer)
    this.#isWatched = false
    this.#session.unref()
    this.#timer = setTimeout(() => this.#session.close(), this.#settings.idleMs).unref()
  }

  #watch(): void {
    if (this.#isWatched) return
    clearTimeout(this.#timer)
    this.#isWatched = true
    this.#session.ref()
    this.#heardAt = performance.now()
    this.#timer = setTimeout(() => this.#probe(), this.#settings.silenceMs)
  }

  /** Node does not say when it gave a connection up for what came on it; then, and on a dead line, no PING returns. */
  #probe(): void {
    if (this.#session.destroyed) return
    const { silenceMs } = this.#settings
    const left = silenceMs - (performance.now() - this.#heardAt)
    if (left > 0) return void (this.#timer = setTimeout(() => this.#probe(), left))
    this.#timer = setTimeout(() => this.destroy(http2Error('the server answers no PING')), silenceMs)
    this.#session.ping(error => {
      if (error !== null || !this.#isWatched) return
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => this.#probe(), silenceMs)
    })
  }
}

const unsendable = Object.assign(new Error('a header can not be sent'), { code: 'UND_ERR_INVALID_ARG' })
const lost = Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' })

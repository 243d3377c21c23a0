import type { Buffer } from 'node:buffer'
import { constants } from 'node:http2'
import type { ClientHttp2Stream, IncomingHttpHeaders } from 'node:http2'
import type { Dispatcher } from 'undici'
import { responseHeaders, sizeOf } from './fields.ts'
import type { End, Trouble } from './trouble.ts'

/** A request with the handler of its answer. */
export interface Question {
  readonly options: Dispatcher.DispatchOptions
  readonly handler: Dispatcher.DispatchHandler
}

/** Who is told of a stream besides the handler. */
export interface Watchers {
  /** Something came for the stream. */
  readonly heard: () => void
  /** What the connection says of a stream that ended too early. */
  readonly troubleOf: (end: End) => Trouble
  /** It is over. Where nothing of an answer came, `isTold` is false, and the handler still waits for one. */
  readonly done: (isTold: boolean, trouble?: Trouble) => void
}

// as the client over HTTP/1.1
const mostOfHeaders = 64 * 1024

/** One question on one stream. */
export class Exchange implements Dispatcher.DispatchController {
  readonly #question: Question
  readonly #watchers: Watchers
  readonly #stream: ClientHttp2Stream
  #timer: NodeJS.Timeout | undefined
  #headers: IncomingHttpHeaders | undefined
  #received = 0
  #error: Error | undefined
  #isOver = false
  reason: Error | null = null

  /** `stream` has its request's headers sent. */
  constructor(stream: ClientHttp2Stream, question: Question, watchers: Watchers) {
    this.#stream = stream
    this.#question = question
    this.#watchers = watchers
    const { body, headersTimeout } = question.options
    this.#listen()
    this.#wait(headersTimeout, 'UND_ERR_HEADERS_TIMEOUT')
    question.handler.onRequestStart?.(this, {})
    if (typeof body === 'string' && !this.#isOver) this.#stream.end(body)
  }

  get aborted(): boolean {
    return this.reason !== null
  }

  get paused(): boolean {
    return this.#stream.isPaused()
  }

  abort(reason: Error): void {
    if (this.#isOver) return
    this.reason = reason
    this.#fail(reason)
    this.#watchers.done(true)
  }

  pause(): void {
    this.#stream.pause()
  }

  resume(): void {
    this.#stream.resume()
  }

  #listen(): void {
    this.#stream
      .on('response', (_, flags, raw) => this.#start(raw, (flags & constants.NGHTTP2_FLAG_END_STREAM) !== 0))
      .on('data', (chunk: Buffer) => this.#take(chunk))
      .on('error', (error: Error) => (this.#error = error))
      .on('end', () => this.#endWhole())
      .on('close', () => this.#close())
  }

  #start(raw: readonly string[], isAll: boolean): void {
    if (this.#isOver) return
    this.#watchers.heard()
    if (sizeOf(raw) > mostOfHeaders)
      return this.#giveUp('the headers are larger than 64 KiB', 'UND_ERR_HEADERS_OVERFLOW')
    const { options, handler } = this.#question
    this.#headers = responseHeaders(raw)
    this.#wait(options.bodyTimeout, 'UND_ERR_BODY_TIMEOUT')
    handler.onResponseStart?.(this, statusOf(raw), this.#headers)
    // what comes after the headers of a HEAD does not matter
    if (options.method === 'HEAD' || isAll) this.#endWhole()
  }

  #take(chunk: Buffer): void {
    if (this.#isOver) return
    this.#watchers.heard()
    this.#timer?.refresh()
    this.#received += chunk.length
    this.#question.handler.onResponseData?.(this, chunk)
  }

  /** A reset, and the end of the connection, look like the end of a body too; but they have a code, or come early. */
  #endWhole(): void {
    if (this.#isOver || this.#headers === undefined || this.#stream.rstCode !== 0 || this.#lacks) return
    this.#settle()
    this.#question.handler.onResponseEnd?.(this, {})
    this.#watchers.done(true)
  }

  get #lacks(): boolean {
    const length = this.#headers?.['content-length']
    return this.#question.options.method !== 'HEAD' && length !== undefined && Number(length) !== this.#received
  }

  #close(): void {
    if (this.#isOver) return
    const { id, rstCode: code } = this.#stream
    const trouble = this.#watchers.troubleOf({ id, code, error: this.#error })
    const isTold = this.#headers !== undefined
    if (isTold) this.#fail(trouble.error)
    else this.#settle()
    this.#watchers.done(isTold, trouble)
  }

  #wait(milliseconds: number | null | undefined, code: string): void {
    clearTimeout(this.#timer)
    if (typeof milliseconds !== 'number') return
    this.#timer = setTimeout(() => this.#giveUp(`nothing came for ${milliseconds} ms`, code), milliseconds)
  }

  #giveUp(why: string, code: string): void {
    const error = Object.assign(new Error(why), { code })
    this.#fail(error)
    this.#watchers.done(true, { error, remedy: 'none' })
  }

  #fail(error: Error): void {
    this.#settle()
    this.#question.handler.onResponseError?.(this, error)
  }

  #settle(): void {
    this.#isOver = true
    clearTimeout(this.#timer)
    if (!this.#stream.closed) this.#stream.close(constants.NGHTTP2_CANCEL)
  }
}

function statusOf(raw: readonly string[]): number {
  return Number(raw[raw.indexOf(':status') + 1])
}

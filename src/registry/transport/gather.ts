import type { Buffer } from 'node:buffer'
import type { Dispatcher } from 'undici'
import { bodyOf } from './body.ts'
import type { Body } from './body.ts'
import type { HttpHeaders } from './http.ts'
import { Pieces } from './pieces.ts'
import type { Reserve } from './reserve.ts'

/** An answer as it came, before its encoding is undone. */
export interface Gathered {
  readonly kind: 'gathered'
  readonly status: number
  readonly headers: HttpHeaders
  readonly body: Body
}

/** No answer came: something went wrong, or `why` was given for waiting no longer. */
export type Outcome =
  | Gathered
  | { readonly kind: 'error'; readonly error: unknown }
  | { readonly kind: 'given-up'; readonly why: 'deadline' | 'total' }

/** What is read of one answer, and what ends it in time. */
export interface Patience {
  /** Bytes of the body. */
  readonly limit: number
  readonly totalMs: number
  /** Holds what is still under way; whoever ends it tells why. */
  readonly underWay: Set<(why: 'deadline') => void>
  /** What all bodies under way may take of memory. */
  readonly reserve: Reserve
}

/** Sends one request and reads its answer. Never throws. */
export async function gather(
  agent: Dispatcher,
  options: Dispatcher.DispatchOptions,
  patience: Patience,
): Promise<Outcome> {
  const gathering = new Gathering(patience)
  const stop = (why: 'deadline') => gathering.giveUp(why)
  const timer = setTimeout(() => gathering.giveUp('total'), patience.totalMs)
  patience.underWay.add(stop)
  try {
    agent.dispatch(options, gathering)
    return await gathering.outcome
  } catch (error) {
    return { kind: 'error', error }
  } finally {
    clearTimeout(timer)
    patience.underWay.delete(stop)
    gathering.release()
  }
}

/** A handler that wants no stream: answers are small, and what is larger is not read. */
class Gathering implements Dispatcher.DispatchHandler {
  readonly #limit: number
  readonly #reserve: Reserve
  readonly #settled = Promise.withResolvers<Outcome>()
  readonly #pieces = new Pieces()
  #size = 0
  #start: Pick<Gathered, 'status' | 'headers'> | undefined
  #controller: Dispatcher.DispatchController | undefined
  #isOver = false

  constructor({ limit, reserve }: Patience) {
    this.#limit = limit
    this.#reserve = reserve
  }

  get outcome(): Promise<Outcome> {
    return this.#settled.promise
  }

  giveUp(why: 'deadline' | 'total'): void {
    if (this.#isOver) return
    const code = why === 'deadline' ? 'deadline' : 'body-timeout'
    this.#end(
      this.#start === undefined
        ? { kind: 'given-up', why }
        : this.#answer(this.#start, { code, detail: 'the body did not end in time' }),
    )
    this.#controller?.abort(enough)
  }

  /** Makes room for others. */
  release(): void {
    if (this.#controller !== undefined) this.#reserve.release(this.#controller)
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller
    if (this.#isOver) controller.abort(enough)
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: HttpHeaders): void {
    // interim answers tell nothing (RFC 9110, 15.2)
    if (status >= 200) this.#start = { status, headers }
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#isOver) return
    this.#pieces.add(chunk)
    this.#size += chunk.length
    if (this.#size <= this.#limit) return this.#reserve.note(controller, chunk.length, this.#size)
    this.onResponseEnd()
    controller.abort(enough)
  }

  onResponseEnd(): void {
    this.#end(this.#start === undefined ? { kind: 'error', error: enough } : this.#answer(this.#start))
  }

  onResponseError(_: unknown, error: Error): void {
    this.#end(this.#start === undefined ? { kind: 'error', error } : this.#answer(this.#start, error))
  }

  #answer(start: Pick<Gathered, 'status' | 'headers'>, failure?: Parameters<typeof bodyOf>[1]['failure']): Gathered {
    return { kind: 'gathered', ...start, body: bodyOf(this.#pieces.all, { limit: this.#limit, failure }) }
  }

  #end(outcome: Outcome): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#settled.resolve(outcome)
  }
}

const enough = new Error('the answer is not read any further')

import { DecoratorHandler } from 'undici'
import type { Dispatcher } from 'undici'

/** The way over HTTP/1.1, after one over HTTP/2 failed. Where a server has no HTTP/1.1, it is that failure that counts. */
export class Detour extends DecoratorHandler {
  readonly #handler: Dispatcher.DispatchHandler
  readonly #past: Error
  readonly #isClosed: () => void

  constructor(handler: Dispatcher.DispatchHandler, past: Error, isClosed: () => void) {
    super(handler)
    this.#handler = handler
    this.#past = past
    this.#isClosed = isClosed
  }

  onResponseError(controller: Dispatcher.DispatchController, error: Error): void {
    const isNone = Reflect.get(error, 'code') === 'ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL'
    if (isNone) this.#isClosed()
    this.#handler.onResponseError?.(controller, isNone ? this.#past : error)
  }
}

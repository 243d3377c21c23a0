import type { Clock } from '../world.ts'
import { HostHealth } from './pace/health.ts'
import { tlsKey } from './transport/http.ts'
import type { HttpRequest, HttpResult } from './transport/http.ts'
import { isLimit } from './pace/limit.ts'
import { HostQueue } from './pace/queue.ts'
import { retryDelay } from './pace/retry.ts'
import type { Trail } from './diagnosis/trail.ts'
import type { Transport } from './transport/transport.ts'
import type { Access } from './types.ts'

export interface CourierOptions {
  readonly transport: Transport
  readonly clock: Clock
  /** How many requests a host may have under way, on as many connections or on one. */
  readonly ceiling: (host: string, way?: 'one-by-one' | 'multiplexed') => number
}

/** For whom a request is sent: where it is written down, and with whose credential. */
export interface Errand {
  readonly trail: Trail
  /** Set where the request carries the access's credential, or a token that it bought. */
  readonly as?: Access | undefined
}

/** Sends requests through the queue of their host, and again where that may help. */
export class Courier {
  readonly #options: CourierOptions
  readonly #queues = new Map<string, HostQueue>()
  readonly #healths = new Map<string, HostHealth>()
  #requests = 0

  constructor(options: CourierOptions) {
    this.#options = options
  }

  /** How many requests a host may have under way before it is known how it takes them. */
  get ceiling(): (host: string) => number {
    return this.#options.ceiling
  }

  /** Takes note of how a host takes requests. */
  speaks(host: string, way: 'one-by-one' | 'multiplexed'): void {
    this.#queueOf(host).reach(this.#options.ceiling(host, way))
  }

  /** The host said, other than by an answer, that it is asked too much. */
  strains(host: string): void {
    this.#queueOf(host).narrow()
  }

  /** Requests sent so far. */
  get requests(): number {
    return this.#requests
  }

  async send(request: HttpRequest, errand: Errand): Promise<HttpResult> {
    const { clock } = this.#options
    const queue = this.#queueOf(request.url.host)
    const health = this.#healthOf(request)
    for (let attempt = 1; ; attempt++) {
      const result = await queue.run(() => this.#attempt(request, health, errand))
      const wait = health.ails ? undefined : retryDelay(result, attempt, clock.now())
      if (result.kind === 'response' && isLimit(result)) queue.narrow()
      if (wait !== undefined) queue.pause(wait)
      if (wait === undefined || (await this.#isLate(wait))) {
        health.note(result)
        return result
      }
    }
  }

  async #attempt(request: HttpRequest, health: HostHealth, { trail, as }: Errand): Promise<HttpResult> {
    if (health.verdict !== undefined) return health.verdict
    this.#requests += 1
    const result = await this.#options.transport(request)
    trail.add(request, result, as)
    return result
  }

  /** Waits; true where the check's time ran out meanwhile, so that the last answer stands. */
  async #isLate(wait: number): Promise<boolean> {
    const { clock } = this.#options
    await clock.sleep(wait, clock.deadline)
    return clock.deadline.aborted
  }

  #queueOf(host: string): HostQueue {
    const queue = this.#queues.get(host) ?? new HostQueue(this.#options.clock, this.#options.ceiling(host))
    this.#queues.set(host, queue)
    return queue
  }

  #healthOf({ url, tls, reach }: HttpRequest): HostHealth {
    const key = `${url.origin} ${reach} ${tlsKey(tls)}`
    const health = this.#healths.get(key) ?? new HostHealth()
    this.#healths.set(key, health)
    return health
  }
}

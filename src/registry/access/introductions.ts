/** What is known of a host before it has answered anything. */
interface Stranger {
  sent: number
  readonly met: PromiseWithResolvers<void>
}

/**
 * The first requests to a host. As many go at once as it takes side by side, which opens their connections; all others
 * wait for the first answer, since it tells what the host wants to see and saves them a refusal each.
 */
export class Introductions {
  readonly #ceiling: (host: string) => number
  readonly #strangers = new Map<string, Stranger>()

  constructor(ceiling: (host: string) => number) {
    this.#ceiling = ceiling
  }

  /** Ends when a request to the host may be made ready. Every call is followed by `meet`, whatever comes of it. */
  async wait(key: string, host: string): Promise<void> {
    const stranger = this.#strangers.get(key) ?? { sent: 0, met: Promise.withResolvers<void>() }
    this.#strangers.set(key, stranger)
    if (stranger.sent++ >= this.#ceiling(host)) await stranger.met.promise
  }

  /** The host has answered, or proved that it does not. */
  meet(key: string): void {
    this.#strangers.get(key)?.met.resolve()
  }
}

import type { Dispatcher } from 'undici'

// a manifest or a config is smaller as a rule, and never waits for others
const free = 64 * 1024
const most = 192 * 1024 * 1024

type Tap = Pick<Dispatcher.DispatchController, 'pause' | 'resume'>

/**
 * The memory that large bodies under way take together. What comes beyond waits in its connection until another one
 * has ended, so that servers which send all but the last byte, side by side, fill no memory but their time.
 */
export class Reserve {
  #held = 0
  readonly #counted = new Map<Tap, number>()
  readonly #paused = new Set<Tap>()

  /** A piece of `bytes` came, and the body has `size` with it. */
  note(tap: Tap, bytes: number, size: number): void {
    if (size <= free) return
    this.#held += bytes
    this.#counted.set(tap, (this.#counted.get(tap) ?? 0) + bytes)
    if (this.#held <= most) return
    this.#paused.add(tap)
    tap.pause()
  }

  /** The body is read, or given up. */
  release(tap: Tap): void {
    this.#held -= this.#counted.get(tap) ?? 0
    this.#counted.delete(tap)
    this.#paused.delete(tap)
    if (this.#held > most) return
    const paused = [...this.#paused]
    this.#paused.clear()
    for (const one of paused) one.resume()
  }
}

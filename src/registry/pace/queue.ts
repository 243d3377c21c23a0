import type { Clock } from '../../world.ts'

/** The line before one host: so many at once, and pauses that hold for everybody. */
export class HostQueue {
  readonly #clock: Clock
  readonly #waiting: (() => void)[] = []
  #ceiling: number
  #halvings = 0
  #running = 0
  #resumeAt = 0

  constructor(clock: Clock, ceiling: number) {
    this.#clock = clock
    this.#ceiling = ceiling
  }

  async run<T>(task: () => Promise<T>): Promise<T> {
    await this.#enter()
    try {
      const wait = this.#resumeAt - this.#clock.now()
      if (wait > 0) await this.#clock.sleep(wait, this.#clock.deadline)
      return await task()
    } finally {
      this.#running -= 1
      this.#admit()
    }
  }

  /** Nobody starts before this many milliseconds have passed. */
  pause(milliseconds: number): void {
    this.#resumeAt = Math.max(this.#resumeAt, this.#clock.now() + milliseconds)
  }

  /** Half as many at once from now on. */
  narrow(): void {
    if (this.#limit > 1) this.#halvings += 1
  }

  /** The host turned out to take another number of requests at once; what was halved stays so. */
  reach(ceiling: number): void {
    this.#ceiling = ceiling
    this.#admit()
  }

  get #limit(): number {
    return Math.max(1, Math.floor(this.#ceiling / 2 ** this.#halvings))
  }

  async #enter(): Promise<void> {
    if (this.#running < this.#limit) this.#running += 1
    // who is let in was counted by #admit
    else await new Promise<void>(resolve => this.#waiting.push(resolve))
  }

  #admit(): void {
    while (this.#running < this.#limit) {
      const next = this.#waiting.shift()
      if (next === undefined) return
      this.#running += 1
      next()
    }
  }
}

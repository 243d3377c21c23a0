import { endpointKey } from '../transport/endpoint.ts'
import type { Target } from '../types.ts'

/** Which hosts say by HEAD what they say by GET. */
export class Heads {
  readonly #known = new Map<string, 'agrees' | 'differs'>()
  readonly #first = new Map<string, Promise<unknown>>()

  /** Whether a host is believed; waits for the first check of it, if one is under way. */
  async agrees(target: Target): Promise<boolean> {
    const host = hostKey(target)
    await this.#first.get(host)
    return this.#known.get(host) === 'agrees'
  }

  /** Runs a check. The first of a host is the one that the others wait for. */
  check<T>(target: Target, run: () => Promise<T>): Promise<T> {
    const host = hostKey(target)
    const running = run()
    if (!this.#first.has(host)) this.#first.set(host, running)
    return running
  }

  /** It gave the same by both; a host that was caught once is not believed again. */
  trust(target: Target): void {
    const host = hostKey(target)
    if (!this.#known.has(host)) this.#known.set(host, 'agrees')
  }

  /** It contradicts itself: from now on it is asked each time. */
  distrust(target: Target): void {
    this.#known.set(hostKey(target), 'differs')
  }
}

// behind one name there may be several registries, told apart by the first part of the path
function hostKey({ host, repository }: Target): string {
  const end = repository.indexOf('/')
  return `${endpointKey(host)} ${end === -1 ? '' : repository.slice(0, end)}`
}

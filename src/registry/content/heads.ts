import { endpointKey } from '../transport/endpoint.ts'
import type { Target } from '../types.ts'

/** Which hosts say by HEAD what they say by GET. */
export class Heads {
  readonly #known = new Map<string, 'agrees' | 'differs'>()
  readonly #first = new Map<string, Promise<unknown>>()

  /** Runs a check of a host, unless that is believed. The others wait for the first one. */
  async unlessBelieved<T>(target: Target, check: () => Promise<T>): Promise<T | undefined> {
    const host = hostKey(target)
    const first = this.#first.get(host)
    // to wait for nothing would let in all that came at the same moment
    if (first !== undefined) await first
    if (this.#known.get(host) === 'agrees') return undefined
    const running = check()
    if (first === undefined) this.#first.set(host, running)
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

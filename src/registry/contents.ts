import type { Buffer } from 'node:buffer'

/** Where bodies outlive the run, by digest. Its users hash again what they read. */
export interface ContentCache {
  /** The body, if it is there and still has its digest. */
  read(digest: string): Promise<Buffer | undefined>
  /** `open` tells that nobody's credential was needed to read it, so that others may see it as well. */
  write(digest: string, body: Buffer, facts: { readonly repository: string; readonly open: boolean }): Promise<void>
  /** Whether an earlier run kept something of this repository (`registry/path`). */
  knows(repository: string): Promise<boolean>
}

// a run of thousands of images stays far below; a hostile one is kept at it
const memoryLimit = 64 * 1024 * 1024

/** Bodies of this run in memory, before the cache of all runs. */
export class Contents {
  readonly #cache: ContentCache | undefined
  readonly #bodies = new Map<string, Buffer>()
  readonly #resolved = new Set<string>()
  readonly #writes = new Set<Promise<void>>()
  #size = 0

  constructor(cache: ContentCache | undefined) {
    this.#cache = cache
  }

  async read(digest: string): Promise<Buffer | undefined> {
    return this.#bodies.get(digest) ?? (await this.#cache?.read(digest))
  }

  /** Keeps a body whose digest was verified. */
  keep(digest: string, body: Buffer, facts: { readonly repository: string; readonly open: boolean }): void {
    if (!this.#bodies.has(digest) && this.#size + body.length <= memoryLimit) {
      this.#bodies.set(digest, body)
      this.#size += body.length
    }
    if (this.#cache === undefined) return
    // nobody has to wait for the disk but the end of the run
    const write = this.#cache.write(digest, body, facts).finally(() => this.#writes.delete(write))
    this.#writes.add(write)
  }

  /** Ends when everything that is to outlive the run is written. */
  async settle(): Promise<void> {
    await Promise.allSettled(this.#writes)
  }

  /** Notes that a reference was read, so that another login's question needs but its digest. */
  noteRead(name: string): void {
    this.#resolved.add(name)
  }

  /** Whether a HEAD may be enough, since the body behind it is perhaps kept. */
  async mayHold(repository: string, name: string): Promise<boolean> {
    return this.#resolved.has(name) || (await this.#cache?.knows(repository)) === true
  }
}

import type { Buffer } from 'node:buffer'

/** Where bodies outlive the run, by digest. Its users hash again what they read. */
export interface ContentCache {
  /** The body, if it is there and still has its digest. */
  read(digest: string): Promise<Buffer | undefined>
  /** `open` tells that nobody's credential was needed to read it, so that others may see it as well. */
  write(digest: string, body: Buffer, facts: { readonly repository: string; readonly open: boolean }): void
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
  #size = 0

  constructor(cache: ContentCache | undefined) {
    this.#cache = cache
  }

  async read(digest: string): Promise<Buffer | undefined> {
    return this.#bodies.get(digest) ?? (await this.#cache?.read(digest))
  }

  /** Keeps a body whose digest was verified, as long as there is room. */
  keep(digest: string, body: Buffer, facts: { readonly repository: string; readonly open: boolean }): void {
    const kept = this.#bodies.get(digest) ?? body
    if (kept === body && this.#size + body.length > memoryLimit) return
    if (!this.#bodies.has(digest)) this.#size += body.length
    this.#bodies.set(digest, kept)
    this.#cache?.write(digest, kept, facts)
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

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
  readonly #unwritten: (() => Promise<void>)[] = []
  #written: Promise<void> = Promise.resolve()
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
    const cache = this.#cache
    if (cache === undefined) return
    const write = () => cache.write(digest, this.#bodies.get(digest) ?? body, facts)
    // nobody has to wait for the disk but the end of the run; what memory has no room for goes there at once
    if (this.#bodies.has(digest)) this.#unwritten.push(write)
    else this.#written = this.#written.then(write, write)
  }

  /** Ends when everything that is to outlive the run is written. */
  async settle(): Promise<void> {
    await Promise.allSettled([this.#written, ...this.#unwritten.splice(0).map(write => write())])
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

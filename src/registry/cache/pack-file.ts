import type { Buffer } from 'node:buffer'
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { digestOf } from '../content/digest.ts'
import { packed, unpacked } from './pack.ts'
import type { Pack, Packed } from './pack.ts'

export interface PackFileOptions {
  readonly path: string
  readonly maxBytes: number
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

const abandonedMs = 60_000

/** A pack on disk, read at the first question. The calls are synchronous: one file is not worth the thread pool. */
export class PackFile {
  readonly #options: PackFileOptions
  readonly #added: Pack = new Map()
  readonly #used = new Set<string>()
  #pack: Pack | undefined
  #repositories: ReadonlySet<string> | undefined

  constructor(options: PackFileOptions) {
    this.#options = options
  }

  /** The body, if it is there and is what its name says. */
  read(digest: string): Buffer | undefined {
    this.#pack ??= readPack(this.#options)
    const body = this.#pack.get(digest)?.body
    if (body === undefined || digestOf(body, digest) !== digest) return undefined
    this.#used.add(digest)
    return body
  }

  /** Whether a body of this repository is there. */
  knows(repository: string): boolean {
    this.#pack ??= readPack(this.#options)
    this.#repositories ??= new Set([...this.#pack.values()].flatMap(({ repositories }) => [...repositories]))
    return this.#repositories.has(repository)
  }

  /** Notes a body that is to be in the file; it is written by `save`. */
  add(digest: string, body: Buffer, repository: string): void {
    const repositories = this.#added.get(digest)?.repositories ?? []
    this.#added.set(digest, { body, repositories: new Set([...repositories, repository]) })
  }

  /** Puts what was added before what is in the file by now: first what this run used, the rest as far as there is room. */
  save(): void {
    if (this.#added.size === 0) return
    const before = readPack(this.#options)
    const pack: Pack = new Map(this.#added)
    for (const [digest, kept] of before) if (this.#used.has(digest)) join(pack, digest, kept)
    for (const [digest, kept] of before) join(pack, digest, kept)
    writeWhole(this.#options.path, packed(pack, this.#options.maxBytes), this.#options.now())
  }
}

function join(pack: Pack, digest: string, { body, repositories }: Packed): void {
  const known = pack.get(digest)
  pack.set(digest, { body: known?.body ?? body, repositories: repositories.union(known?.repositories ?? new Set()) })
}

function readPack({ path, maxBytes }: PackFileOptions): Pack {
  const file = tryTo(() => {
    const found = statSync(path)
    // a pipe or a device would block or never end
    return found.isFile() && found.size <= maxBytes ? readFileSync(path) : undefined
  })
  return file === undefined ? new Map() : unpacked(file)
}

/** Written beside its place and moved there: a reader sees all of it or nothing, and of two writers one gives way. */
function writeWhole(path: string, content: Buffer, now: number): void {
  const draft = `${path}.draft`
  // its writer is gone: to write takes less than a second
  if (tryTo(() => now - statSync(draft).mtimeMs > abandonedMs) === true) tryTo(() => rmSync(draft))
  const write = (): void => writeFileSync(draft, content, { mode: 0o600, flag: 'wx' })
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    write()
    renameSync(draft, path)
  } catch (error) {
    const isOfAnother = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    if (!isOfAnother) tryTo(() => rmSync(draft, { force: true }))
  }
}

function tryTo<T>(task: () => T): T | undefined {
  try {
    return task()
  } catch {
    return undefined
  }
}

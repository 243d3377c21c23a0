import { createHash, randomUUID } from 'node:crypto'
import type { Buffer } from 'node:buffer'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ContentCache } from './contents.ts'
import { digestOf, isDigest } from '../content/digest.ts'
import { trimFolder } from './trim-folder.ts'

export interface CacheOptions {
  /** Absolute; made when it is first written to. */
  readonly folder: string
  /** Bytes that are kept; default 256 MiB. */
  readonly maxBytes?: number | undefined
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

// a body that no runtime takes is not worth keeping
const largestBody = 8 * 1024 * 1024
const defaultMaxBytes = 256 * 1024 * 1024
const usedRecentlyMs = 24 * 60 * 60 * 1000

/** What a workflow may save for others: bodies that nobody's credential was needed for. */
export function openFolder(folder: string): string {
  return join(folder, 'v1', 'open')
}

/**
 * Manifests and configs on disk, by digest. Several runs may use one folder at once: files come into being whole, and
 * what is not what its name says is thrown away. A disk that fails costs nothing but the saving. Disposing it brings the
 * folder back to its size, the longest unused first. The calls are synchronous: through the thread pool they cost many
 * times the CPU, and with it the answers that come in meanwhile.
 */
export function createCache(options: CacheOptions): ContentCache & AsyncDisposable {
  const rooms = [openFolder(options.folder), join(options.folder, 'v1', 'closed')] as const
  const marked = new Set<string>()
  let isWritable = true
  let hasWritten = false
  return {
    read: async digest => (isDigest(digest) ? readFirst(rooms, digest, options.now()) : undefined),
    write: async (digest, body, { repository, open }) => {
      if (!isWritable || body.length > largestBody || !isDigest(digest)) return
      const room = rooms[open ? 0 : 1]
      isWritable =
        put(pathOf(room, digest), body) && (marked.has(room + repository) || put(markOf(room, repository), ''))
      marked.add(room + repository)
      hasWritten = true
    },
    knows: async repository => rooms.some(room => existsSync(markOf(room, repository))),
    async [Symbol.asyncDispose]() {
      if (hasWritten) trimFolder(join(options.folder, 'v1'), options.maxBytes ?? defaultMaxBytes, options.now())
    },
  }
}

function pathOf(room: string, digest: string): string {
  const [algorithm = '', hex = ''] = digest.split(':')
  return join(room, algorithm, hex.slice(0, 1), hex)
}

function markOf(room: string, repository: string): string {
  return join(room, 'repositories', createHash('sha256').update(repository).digest('hex'))
}

function readFirst(rooms: readonly string[], digest: string, now: number): Buffer | undefined {
  for (const room of rooms) {
    const body = readWhole(pathOf(room, digest), digest, now)
    if (body !== undefined) return body
  }
  return undefined
}

function readWhole(path: string, digest: string, now: number): Buffer | undefined {
  const body = tryTo(() => {
    const { size, mtimeMs } = statSync(path)
    if (now - mtimeMs > usedRecentlyMs) utimesSync(path, now / 1000, now / 1000)
    return size <= largestBody ? readFileSync(path) : undefined
  })
  if (body === undefined || digestOf(body, digest) === digest) return body
  tryTo(() => rmSync(path, { force: true }))
  return undefined
}

/** Written beside its place and moved there: a reader sees all of it or nothing. */
function put(path: string, body: Buffer | string): boolean {
  if (existsSync(path)) return true
  const folder = dirname(path)
  const draft = join(folder, `.${randomUUID()}`)
  const write = () => {
    writeFileSync(draft, body, { mode: 0o600 })
    renameSync(draft, path)
    return true
  }
  if (tryTo(write) === true) return true
  tryTo(() => mkdirSync(folder, { recursive: true, mode: 0o700 }))
  if (tryTo(write) === true) return true
  tryTo(() => rmSync(draft, { force: true }))
  // on Windows a file that another run reads can't be replaced; it holds the same
  return existsSync(path)
}

function tryTo<T>(task: () => T): T | undefined {
  try {
    return task()
  } catch {
    return undefined
  }
}

import { createHash, randomUUID } from 'node:crypto'
import type { Buffer } from 'node:buffer'
import { access, mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ContentCache } from './contents.ts'
import { digestOf, isDigest } from './digest.ts'
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
 * folder back to its size, the longest unused first.
 */
export function createCache(options: CacheOptions): ContentCache & AsyncDisposable {
  const rooms = [openFolder(options.folder), join(options.folder, 'v1', 'closed')] as const
  const known = new Map<string, Promise<boolean>>()
  let isWritable = true
  let hasWritten = false
  return {
    read: async digest => (isDigest(digest) ? readFirst(rooms, digest, options.now()) : undefined),
    write: async (digest, body, { repository, open }) => {
      if (!isWritable || body.length > largestBody || !isDigest(digest)) return
      const room = rooms[open ? 0 : 1]
      isWritable = (await put(pathOf(room, digest), body)) && (await mark(room, repository))
      hasWritten = true
    },
    knows: repository => {
      const asked = known.get(repository) ?? isMarked(rooms, repository)
      known.set(repository, asked)
      return asked
    },
    async [Symbol.asyncDispose]() {
      if (hasWritten) await trimFolder(join(options.folder, 'v1'), options.maxBytes ?? defaultMaxBytes, options.now())
    },
  }
}

function pathOf(room: string, digest: string): string {
  const [algorithm = '', hex = ''] = digest.split(':')
  return join(room, algorithm, hex.slice(0, 2), hex)
}

function markOf(room: string, repository: string): string {
  return join(room, 'repositories', createHash('sha256').update(repository).digest('hex'))
}

async function readFirst(rooms: readonly string[], digest: string, now: number): Promise<Buffer | undefined> {
  for (const room of rooms) {
    const body = await readWhole(pathOf(room, digest), digest, now)
    if (body !== undefined) return body
  }
  return undefined
}

async function readWhole(path: string, digest: string, now: number): Promise<Buffer | undefined> {
  const body = await stat(path)
    .then(async ({ size, mtimeMs }) => {
      if (now - mtimeMs > usedRecentlyMs) await utimes(path, now / 1000, now / 1000)
      return size <= largestBody ? await readFile(path) : undefined
    })
    .catch(() => undefined)
  if (body === undefined || digestOf(body, digest) === digest) return body
  await rm(path, { force: true }).catch(() => undefined)
  return undefined
}

/** Written beside its place and moved there: a reader sees all of it or nothing. */
async function put(path: string, body: Buffer | string): Promise<boolean> {
  const folder = dirname(path)
  const draft = join(folder, `.${randomUUID()}`)
  try {
    if (await exists(path)) return true
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(draft, body, { mode: 0o600 })
    await rename(draft, path)
    return true
  } catch {
    await rm(draft, { force: true }).catch(() => undefined)
    // on Windows a file that another run reads can't be replaced; it holds the same
    return exists(path)
  }
}

function mark(room: string, repository: string): Promise<boolean> {
  return put(markOf(room, repository), '')
}

async function isMarked(rooms: readonly string[], repository: string): Promise<boolean> {
  const marks = await Promise.all(rooms.map(room => exists(markOf(room, repository))))
  return marks.includes(true)
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

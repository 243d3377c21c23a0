import { join } from 'node:path'
import type { ContentCache } from './contents.ts'
import { PackFile } from './pack-file.ts'
import { largestBody } from './pack.ts'

export interface CacheOptions {
  /** Absolute; made when it is first written to. */
  readonly folder: string
  /** Bytes that are kept of what anybody may see, and as many of the rest; default 64 MiB. */
  readonly maxBytes?: number | undefined
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

const defaultMaxBytes = 64 * 1024 * 1024

/** What a workflow may save for others: the file of bodies that nobody's credential was needed for. */
export function openPack(folder: string): string {
  return join(folder, 'v2', 'open.pack')
}

/**
 * Manifests and configs on disk, by digest. Several runs may use one folder at once: a file comes into being whole, and
 * what is not what its name says counts for nothing. What is new is written when it is disposed; a disk that fails costs
 * nothing but the saving.
 */
export function createCache({ folder, maxBytes = defaultMaxBytes, now }: CacheOptions): ContentCache & AsyncDisposable {
  const open = new PackFile({ path: openPack(folder), maxBytes, now })
  const closed = new PackFile({ path: join(folder, 'v2', 'closed.pack'), maxBytes, now })
  return {
    read: async digest => open.read(digest) ?? closed.read(digest),
    knows: async repository => open.knows(repository) || closed.knows(repository),
    write(digest, body, facts) {
      if (body.length <= largestBody) (facts.open ? open : closed).add(digest, body, facts.repository)
    },
    async [Symbol.asyncDispose]() {
      open.save()
      closed.save()
    },
  }
}

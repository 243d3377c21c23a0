import { createHash } from 'node:crypto'
import type { Buffer } from 'node:buffer'
import type { Downloaded } from './download.ts'
import { troubleOf, unavailable } from './trouble.ts'
import type { FetchedChart, UnavailableChart } from './types.ts'

/** helm takes charts of 100 MiB when unpacked; packed, public ones have 2 MiB at most. */
export const largestArchive = 32 * 1024 * 1024

/** Writes an archive to a private folder; gives its absolute path. */
export type Keep = (bytes: Buffer) => Promise<string>

export type FetchedArchive =
  | (Extract<FetchedChart, { kind: 'fetched' }> & { readonly sha256: string })
  | UnavailableChart

/** Downloads a packaged chart. */
export async function archiveOf(
  url: URL,
  version: string,
  { get, keep }: { readonly get: (url: URL, limit: number) => Promise<Downloaded>; readonly keep: Keep },
): Promise<FetchedArchive> {
  const got = await get(url, largestArchive)
  if (got.kind === 'cause') return troubleOf(got.cause, url.href)
  return keepArchive(got.bytes, { version, what: url.href, keep })
}

/** Keeps what is a gzip archive. */
export async function keepArchive(
  bytes: Buffer,
  { version, what, keep }: { readonly version: string; readonly what: string; readonly keep: Keep },
): Promise<FetchedArchive> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return unavailable('unusable', `${what} is no packaged chart`)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { kind: 'fetched', file: await keep(bytes), version, sha256 }
}

import { createHash } from 'node:crypto'
import type { Buffer } from 'node:buffer'
import type { Downloaded } from './download.ts'
import { troubleOf, unavailable } from './trouble.ts'
import type { FetchedChart, UnavailableChart } from './types.ts'

/** helm takes charts of 100 MiB when unpacked; packed, public ones have 2 MiB at most. */
export const largestArchive = 32 * 1024 * 1024

/** Writes a file to a private folder; gives its absolute path. */
export type Keep = (bytes: Buffer) => Promise<string>

/** A file that was got and is kept on disk: indexes and archives have up to 64 MiB, and a run may need many. */
export type KeptFile =
  | { readonly kind: 'kept'; readonly file: string; readonly sha256: string; readonly isPacked: boolean }
  | Extract<Downloaded, { kind: 'cause' }>

export type FetchedArchive =
  | (Extract<FetchedChart, { kind: 'fetched' }> & { readonly sha256: string })
  | UnavailableChart

/** Downloads a packaged chart. */
export async function archiveOf(
  url: URL,
  version: string,
  { get }: { readonly get: (url: URL, limit: number) => Promise<KeptFile> },
): Promise<FetchedArchive> {
  const got = await get(url, largestArchive)
  return got.kind === 'cause' ? troubleOf(got.cause, url.href) : toArchive(got, { version, what: url.href })
}

/** Puts what was got on disk. */
export async function keepFile(bytes: Buffer, keep: Keep): Promise<Extract<KeptFile, { kind: 'kept' }>> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { kind: 'kept', file: await keep(bytes), sha256, isPacked: bytes[0] === 0x1f && bytes[1] === 0x8b }
}

/** Keeps what is a gzip archive. */
export async function keepArchive(
  bytes: Buffer,
  { keep, ...named }: { readonly version: string; readonly what: string; readonly keep: Keep },
): Promise<FetchedArchive> {
  return toArchive(await keepFile(bytes, keep), named)
}

function toArchive(
  { file, sha256, isPacked }: Extract<KeptFile, { kind: 'kept' }>,
  { version, what }: { readonly version: string; readonly what: string },
): FetchedArchive {
  if (!isPacked) return unavailable('unusable', `${what} is no packaged chart`)
  return { kind: 'fetched', file, version, sha256 }
}

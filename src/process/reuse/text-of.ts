import type { Buffer } from 'node:buffer'
import { gunzipSync } from 'node:zlib'

/** Bytes; helm takes no chart that is larger. */
export const largestUnpacked = 100 * 1024 * 1024
const tarBlock = 512

/**
 * The text that bytes stand for; of a packed chart the text of all its files. Undefined where some of it stays hidden:
 * in an archive that can't be unpacked, or in one that holds another.
 */
export function textOf(bytes: Buffer): string | undefined {
  if (!isPacked(bytes, 0)) return bytes.toString('latin1')
  const unpacked = unpack(bytes)
  if (unpacked === undefined || holdsPacked(unpacked)) return undefined
  return unpacked.toString('latin1')
}

function isPacked(bytes: Buffer, at: number): boolean {
  return bytes[at] === 0x1f && bytes[at + 1] === 0x8b
}

function unpack(bytes: Buffer): Buffer | undefined {
  try {
    return gunzipSync(bytes, { maxOutputLength: largestUnpacked })
  } catch {
    return undefined
  }
}

/** The files of a tar archive begin at the edges of its blocks. */
function holdsPacked(archive: Buffer): boolean {
  for (let at = 0; at < archive.length; at += tarBlock) if (isPacked(archive, at)) return true
  return false
}

import { Buffer } from 'node:buffer'
import { isDigest } from '../content/digest.ts'

/** A body with the repositories (`registry/path`) that it was read from. */
export interface Packed {
  readonly body: Buffer
  readonly repositories: ReadonlySet<string>
}

/** Bodies by digest, the last used first. */
export type Pack = Map<string, Packed>

/** Bytes; what no runtime takes is not worth keeping. */
export const largestBody = 8 * 1024 * 1024

// a body is known of fewer repositories as a rule, and a file of nothing but names would take gigabytes
const mostBodies = 100_000
const mostRepositories = 100

const endOfIndex = '\n\n'

/**
 * Many bodies as one file, which costs a tenth of a file for each: a line for every body with its digest, its length and
 * its repositories, an empty line, and the bodies in the same order. What `maxBytes` has no room for is left out.
 */
export function packed(pack: Pack, maxBytes: number): Buffer {
  const lines: string[] = []
  const bodies: Buffer[] = []
  let bytes = endOfIndex.length
  for (const [digest, { body, repositories }] of pack) {
    const line = [digest, body.length, ...[...repositories].slice(0, mostRepositories)].join(' ')
    bytes += Buffer.byteLength(line) + 1 + body.length
    if (bytes > maxBytes) break
    lines.push(line)
    bodies.push(body)
  }
  return Buffer.concat([Buffer.from(lines.join('\n') + endOfIndex), ...bodies])
}

/** The bodies of a file, as far as it has the form of a pack. Nobody has hashed them yet. */
export function unpacked(file: Buffer): Pack {
  const pack: Pack = new Map()
  let offset = file.indexOf(endOfIndex) + endOfIndex.length
  const index = file.toString('utf8', 0, Math.max(0, offset - endOfIndex.length))
  for (const line of index.split('\n', mostBodies)) {
    const [digest = '', length = '', ...repositories] = line.split(' ', 2 + mostRepositories)
    const size = Number(length)
    const end = offset + size
    if (!isDigest(digest) || !(size >= 0 && size <= largestBody && end <= file.length)) break
    pack.set(digest, { body: file.subarray(offset, end), repositories: new Set(repositories) })
    offset = end
  }
  return pack
}

import { gunzipSync } from 'node:zlib'
import { type Member, largestMember } from './archive.ts'

const block = 512
const regularFile = new Set(['0', '\0'])

/** One regular file of a gzipped tar archive, by its exact path (POSIX ustar: pax header blocks, `prefix` and `name`). */
export function readTarMember(archive: Buffer, path: string): Member {
  const tar = gunzip(archive)
  if (!tar) return { kind: 'broken', why: 'not a gzip stream, or larger than it may be' }
  for (let at = 0; at + block <= tar.length;) {
    const header = tar.subarray(at, at + block)
    if (header.every(byte => byte === 0)) break
    const size = sizeOf(header)
    const start = at + block
    if (size === undefined || start + size > tar.length)
      return { kind: 'broken', why: 'a header names an impossible size' }
    if (pathOf(header) === path && regularFile.has(text(header, 156, 1) || '\0'))
      return { kind: 'found', bytes: tar.subarray(start, start + size) }
    at = start + Math.ceil(size / block) * block
  }
  return { kind: 'absent' }
}

function gunzip(archive: Buffer): Buffer | undefined {
  try {
    return gunzipSync(archive, { maxOutputLength: largestMember })
  } catch {
    return undefined
  }
}

function pathOf(header: Buffer): string {
  const prefix = text(header, 345, 155)
  return prefix ? `${prefix}/${text(header, 0, 100)}` : text(header, 0, 100)
}

/** Octal digits; the base-256 form is for files above 8 GiB, which are refused anyway. */
function sizeOf(header: Buffer): number | undefined {
  const digits = text(header, 124, 12).trim()
  return /^[0-7]{1,11}$/.test(digits) ? Number.parseInt(digits, 8) : undefined
}

function text(header: Buffer, start: number, length: number): string {
  const field = header.subarray(start, start + length)
  const end = field.indexOf(0)
  return field.toString('utf8', 0, end === -1 ? length : end)
}

import { crc32, inflateRawSync } from 'node:zlib'
import { type Member, largestMember } from './archive.ts'

// Signatures and offsets: PKWARE APPNOTE.TXT 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (its end).
const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localHeader = 0x04034b50
const shortestEnd = 22
const longestComment = 0xffff

interface Entry {
  readonly method: number
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  readonly headerAt: number
}

/** One file of a zip archive, by its exact path in the central directory. Stored or deflated; no zip64, no encryption. */
export function readZipMember(archive: Buffer, path: string): Member {
  try {
    const entry = findEntry(archive, path)
    return entry ? unpack(archive, entry) : { kind: 'absent' }
  } catch (error) {
    return { kind: 'broken', why: error instanceof Error ? error.message : String(error) }
  }
}

/** Throws a RangeError where a length points outside the archive. */
function findEntry(archive: Buffer, path: string): Entry | undefined {
  const end = findEnd(archive)
  const count = archive.readUInt16LE(end + 10)
  let at = archive.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (archive.readUInt32LE(at) !== directoryEntry) throw new RangeError('the central directory is damaged')
    const nameLength = archive.readUInt16LE(at + 28)
    if (archive.toString('utf8', at + 46, at + 46 + nameLength) === path) return readEntry(archive, at)
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return undefined
}

function findEnd(archive: Buffer): number {
  const first = Math.max(0, archive.length - shortestEnd - longestComment)
  for (let at = archive.length - shortestEnd; at >= first; at -= 1)
    if (archive.readUInt32LE(at) === endOfDirectory) return at
  throw new RangeError('not a zip archive')
}

function readEntry(archive: Buffer, at: number): Entry {
  return {
    method: archive.readUInt16LE(at + 10),
    crc: archive.readUInt32LE(at + 16),
    packedSize: archive.readUInt32LE(at + 20),
    size: archive.readUInt32LE(at + 24),
    headerAt: archive.readUInt32LE(at + 42),
  }
}

function unpack(archive: Buffer, entry: Entry): Member {
  if (archive.readUInt32LE(entry.headerAt) !== localHeader) throw new RangeError('a local header is damaged')
  if (entry.size > largestMember) throw new RangeError('the file is larger than it may be')
  const names = archive.readUInt16LE(entry.headerAt + 26) + archive.readUInt16LE(entry.headerAt + 28)
  const start = entry.headerAt + 30 + names
  const packed = archive.subarray(start, start + entry.packedSize)
  const bytes = decompress(packed, entry)
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc)
    throw new RangeError('the file does not match its checksum')
  return { kind: 'found', bytes }
}

function decompress(packed: Buffer, entry: Entry): Buffer {
  if (entry.method === 0) return packed
  if (entry.method === 8) return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) })
  throw new RangeError(`compression method ${entry.method} is not supported`)
}

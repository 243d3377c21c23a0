import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import type { Hash } from 'node:crypto'
import { closeSync, constants, openSync, readdirSync, readSync, statSync } from 'node:fs'
import type { Stats } from 'node:fs'
import { join } from 'node:path'
import { largestUnpacked, textOf } from './text-of.ts'

/** What a program reads, by its bytes. */
export interface Fingerprint {
  readonly digest: Buffer
  /** Whether a text in it is one that the output of another time would differ by. */
  readonly varies: boolean
}

type IsVarying = (text: string) => boolean

interface Look {
  readonly hash: Hash
  readonly isVarying: IsVarying | undefined
  varies: boolean
  entries: number
  bytes: number
  /** Characters that were looked through. */
  text: number
}

/** Beyond these a program runs again: what is so large is seldom a chart. */
const most = { depth: 16, entries: 5000, bytes: 32 * 1024 * 1024 }

/**
 * The names and bytes of a file, or of all that is in a folder, with what links lead to; modes and times do not count.
 * Undefined where it is too large, or can't be read as a whole. `isVarying` is asked of each text, those in archives too.
 */
export function fingerprint(path: string, isVarying?: IsVarying): Fingerprint | undefined {
  const look: Look = { hash: createHash('sha256'), isVarying, varies: false, entries: 0, bytes: 0, text: 0 }
  try {
    return take(look, path, 0) ? { digest: look.hash.digest(), varies: look.varies } : undefined
  } catch {
    return undefined
  }
}

function take(look: Look, path: string, depth: number): boolean {
  look.entries += 1
  if (depth > most.depth || look.entries > most.entries) return false
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined) return note(look, 'nothing')
  if (stats.isDirectory()) return takeFolder(look, path, depth)
  return stats.isFile() && takeFile(look, path, stats)
}

function takeFolder(look: Look, path: string, depth: number): boolean {
  // no renderer is let near a `.git`
  const names = readdirSync(path)
    .filter(name => name.toLowerCase() !== '.git')
    .toSorted()
  note(look, `folder ${names.length}`)
  return names.every(name => {
    // a name that is no UTF-8 can't be asked for
    if (name.includes('\uFFFD')) return false
    note(look, `name ${Buffer.byteLength(name)} ${name}`)
    return take(look, join(path, name), depth + 1)
  })
}

function takeFile(look: Look, path: string, { size }: Stats): boolean {
  look.bytes += size
  if (look.bytes > most.bytes) return false
  const bytes = bytesOf(path, size)
  if (bytes === undefined) return false
  // the length tells where the bytes end, so that no two trees look the same
  note(look, `file ${bytes.length}`)
  look.hash.update(bytes)
  look.varies ||= mayVary(look, bytes)
  return true
}

/** Undefined where the size is not that of the content, as in `/proc`, where some files keep their reader waiting. */
function bytesOf(path: string, size: number): Buffer | undefined {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const bytes = Buffer.alloc(size + 1)
    let [read, more] = [0, 1]
    while (more > 0 && read <= size) {
      more = readSync(file, bytes, read, size + 1 - read, null)
      read += more
    }
    return read === size ? bytes.subarray(0, size) : undefined
  } finally {
    closeSync(file)
  }
}

/** What is hidden may, and so may what is too much to look through: a few bytes unpack to all that a chart may have. */
function mayVary(look: Look, bytes: Buffer): boolean {
  if (look.isVarying === undefined) return false
  const text = textOf(bytes)
  look.text += text?.length ?? 0
  return text === undefined || look.text > largestUnpacked || look.isVarying(text)
}

function note({ hash }: Look, text: string): true {
  hash.update(`${text}\n`)
  return true
}

import { readdirSync, rmSync, statSync } from 'node:fs'
import type { Dirent } from 'node:fs'
import { join } from 'node:path'

// below the bound, so that not every run has to trim
const keptShare = 0.8
const abandonedMs = 60 * 60 * 1000

interface Kept {
  readonly path: string
  readonly size: number
  readonly usedAt: number
}

/** Removes the longest unused files of a folder until it has room again, and drafts that a dead run left behind. */
export function trimFolder(folder: string, maxBytes: number, now: number): void {
  const files = filesBelow(folder)
  const isAbandoned = ({ path, usedAt }: Kept) => /[/\\]\.[^/\\]+$/.test(path) && now - usedAt > abandonedMs
  removeAll(files.filter(isAbandoned))
  let size = files.reduce((sum, file) => sum + file.size, 0)
  if (size <= maxBytes) return
  const surplus: Kept[] = []
  for (const file of files.toSorted((one, other) => one.usedAt - other.usedAt)) {
    if (size <= maxBytes * keptShare) break
    size -= file.size
    surplus.push(file)
  }
  removeAll(surplus)
}

function filesBelow(folder: string): readonly Kept[] {
  const entries = entriesBelow(folder).filter(entry => entry.isFile())
  return entries.flatMap(entry => describeFile(join(entry.parentPath, entry.name)))
}

function entriesBelow(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
  } catch {
    return []
  }
}

// another run may have removed it meanwhile
function describeFile(path: string): readonly Kept[] {
  const found = statSync(path, { throwIfNoEntry: false })
  return found === undefined ? [] : [{ path, size: found.size, usedAt: found.mtimeMs }]
}

function removeAll(files: readonly Kept[]): void {
  for (const { path } of files) {
    try {
      rmSync(path, { force: true })
    } catch {
      // held by another run
    }
  }
}

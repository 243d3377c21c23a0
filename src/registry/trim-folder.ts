import { readdir, rm, stat } from 'node:fs/promises'
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
export async function trimFolder(folder: string, maxBytes: number, now: number): Promise<void> {
  const files = await filesBelow(folder)
  const isAbandoned = ({ path, usedAt }: Kept) => /[/\\]\.[^/\\]+$/.test(path) && now - usedAt > abandonedMs
  await removeAll(files.filter(isAbandoned))
  let size = files.reduce((sum, file) => sum + file.size, 0)
  if (size <= maxBytes) return
  const surplus: Kept[] = []
  for (const file of files.toSorted((one, other) => one.usedAt - other.usedAt)) {
    if (size <= maxBytes * keptShare) break
    size -= file.size
    surplus.push(file)
  }
  await removeAll(surplus)
}

async function filesBelow(folder: string): Promise<readonly Kept[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  const kept = await Promise.all(files.map(describeFile))
  return kept.filter(file => file !== undefined)
}

// another run may have removed it meanwhile
async function describeFile(path: string): Promise<Kept | undefined> {
  const found = await stat(path).catch(() => undefined)
  return found && { path, size: found.size, usedAt: found.mtimeMs }
}

async function removeAll(files: readonly Kept[]): Promise<void> {
  await Promise.all(files.map(({ path }) => rm(path, { force: true }).catch(() => undefined)))
}

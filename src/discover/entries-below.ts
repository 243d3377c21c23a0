import { join } from 'node:path/posix'
import type { Entry, Files } from '../world.ts'

export interface EntryBelow {
  readonly path: string
  readonly entry: Entry
}

export interface Extent {
  /** Whether to enter linked folders; the depth is what ends a circle. */
  readonly links: boolean
  readonly mostEntries: number
  readonly deepest: number
}

/** All entries below a folder, until one of the bounds is met: then `complete` is false. */
export async function entriesBelow(
  files: Files,
  start: string,
  extent: Extent,
): Promise<{ readonly entries: readonly EntryBelow[]; readonly complete: boolean }> {
  const entries: EntryBelow[] = []
  const open = [{ path: start, depth: 0 }]
  let complete = true
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { depth } = at
    const below = await entriesOf(files, at.path)
    entries.push(...below)
    if (entries.length > extent.mostEntries) return { entries, complete: false }
    const folders = below.filter(({ entry }) => entry.kind === 'folder' && (extent.links || entry.link !== true))
    if (depth < extent.deepest) open.push(...folders.map(({ path }) => ({ path, depth: depth + 1 })))
    else complete &&= folders.length === 0
  }
  return { entries, complete }
}

async function entriesOf(files: Files, folder: string): Promise<readonly EntryBelow[]> {
  const list = await files.list(folder)
  return list.kind === 'entries' ? list.entries.map(entry => ({ path: join(folder, entry.name), entry })) : []
}

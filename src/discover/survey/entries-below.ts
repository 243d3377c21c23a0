import { join } from 'node:path/posix'
import type { Entry, Files } from '../../world.ts'

export interface EntryBelow {
  readonly path: string
  readonly entry: Entry
}

export interface Extent {
  /** Whether to enter linked folders; the depth is what ends a circle. */
  readonly links: boolean
  readonly mostEntries: number
  readonly deepest: number
  /** False: names that begin with a dot are left out; default true. */
  readonly hidden?: boolean | undefined
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
    const all = await entriesOf(files, at.path)
    const below = extent.hidden === false ? all.filter(({ entry }) => !entry.name.startsWith('.')) : all
    for (const one of below) entries.push(one)
    if (entries.length > extent.mostEntries) return { entries, complete: false }
    const folders = below.filter(({ entry }) => entry.kind === 'folder' && (extent.links || entry.link !== true))
    const isDeepest = depth >= extent.deepest
    complete &&= !isDeepest || folders.length === 0
    for (const { path } of isDeepest ? [] : folders) open.push({ path, depth: depth + 1 })
  }
  return { entries, complete }
}

async function entriesOf(files: Files, folder: string): Promise<readonly EntryBelow[]> {
  const list = await files.list(folder)
  return list.kind === 'entries' ? list.entries.map(entry => ({ path: join(folder, entry.name), entry })) : []
}

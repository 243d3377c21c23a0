import type { Files } from '../../world.ts'
import { entriesBelow } from './entries-below.ts'

/** How far a chart is looked through. */
export const chartExtent = { links: true, mostEntries: 20_000, deepest: 16 }

/**
 * The first link in a chart that leaves the repository; helm would follow it, and print what it finds there. A chart
 * with too many entries to look through counts as having one.
 */
export async function findOutsideLink(files: Files, chart: string): Promise<string | undefined> {
  const { entries, complete } = await entriesBelow(files, chart, chartExtent)
  const outside = entries.find(({ entry }) => entry.kind === 'outside')
  return outside?.path ?? (complete ? undefined : chart)
}

import { chartExtent } from '../../discover/survey/outside-link.ts'
import { entriesBelow } from '../../discover/survey/entries-below.ts'
import type { Files } from '../../world.ts'

/** Whether there is a `.git` in a chart's folder or below: helm would show it to templates like any other file. */
export async function holdsGit(files: Files, chart: string): Promise<boolean> {
  const { entries } = await entriesBelow(files, chart, chartExtent)
  return entries.some(({ entry }) => entry.name.toLowerCase() === '.git')
}

import { join } from 'node:path/posix'
import type { Files } from '../../world.ts'

/** Finds the file behind `shop/charts/redis/templates/x.yaml`, as helm names it. */
export type HelmFile = (name: string) => Promise<string | undefined>

/**
 * helm names templates by the chart's name, its subcharts below `charts/`; in the repository that is the chart's
 * folder. A template of a packaged or renamed subchart has no file: undefined.
 */
export function createHelmFile(files: Files, chart: string): HelmFile {
  const known = new Map<string, Promise<string | undefined>>()
  return name => {
    const found = known.get(name) ?? locate(files, chart, name)
    known.set(name, found)
    return found
  }
}

async function locate(files: Files, chart: string, name: string): Promise<string | undefined> {
  const inside = name.split('/').slice(1)
  if (inside.length === 0 || inside.includes('..')) return undefined
  const path = join(chart, ...inside)
  return (await files.kind(path)) === 'file' ? path : undefined
}

import { join } from 'node:path/posix'
import type { Files } from '../../world.ts'
import { isMapping, loadYaml } from '../load-yaml.ts'

/** What discovery needs of a Chart.yaml. */
export interface Chart {
  readonly name?: string | undefined
  /** A library chart renders to nothing of its own (https://helm.sh/docs/topics/library_charts/). */
  readonly library: boolean
}

/** Reads the Chart.yaml of a folder. One that can't be read is still a chart: helm will say what is wrong with it. */
export async function readChart(files: Files, folder: string): Promise<Chart> {
  const read = await files.read(join(folder, 'Chart.yaml'))
  const chart = read.kind === 'text' ? loadYaml(read.text) : undefined
  if (!isMapping(chart)) return { library: false }
  const name = typeof chart['name'] === 'string' ? chart['name'] : undefined
  return { name, library: chart['type'] === 'library' }
}

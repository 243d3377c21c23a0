import { basename, join } from 'node:path/posix'
import type { ChartFlags } from '../../config/types.ts'
import type { Files } from '../../world.ts'
import { readChart } from './chart.ts'
import { findOutsideLink } from '../survey/outside-link.ts'
import { resolvePath } from '../survey/root-path.ts'
import type { ChartOptions, ChartSource, UnresolvedSource } from '../types.ts'

/** A chart (a folder, or a packaged `.tgz`) with the flags it is to be rendered with. */
export async function chartSource(
  files: Files,
  path: string,
  flags: ChartFlags,
): Promise<ChartSource | UnresolvedSource> {
  const values = await Promise.all(flags.values.map(file => locateValues(files, path, file)))
  const id = ['helm:' + path, ...values, ...flags.set.map(keyOf)].join('#')
  const label = values.length === 0 ? path : `${path} (${values.map(file => shorten(path, file)).join(', ')})`
  const outside = await findOutsideLink(files, path)
  if (outside !== undefined) {
    const detail = `${outside} leads out of the repository`
    return { kind: 'unresolved', of: 'helm', why: 'unreadable', detail, id, path, label }
  }
  const { name } = await readChart(files, path)
  const options = chartOptions(flags, values, name ?? basename(path, '.tgz'))
  return { kind: 'helm', id, path, label, options, writtenAt: flags.setAt && { set: flags.setAt } }
}

/** The options of flags, with what helm needs and nobody said. `name`: what the release is called after. */
export function chartOptions(flags: ChartFlags, values: readonly string[], name: string): ChartOptions {
  const { set, namespace = 'default', kubeVersion, apiVersions } = flags
  return { values, set, release: flags.release ?? releaseName(name), namespace, kubeVersion, apiVersions }
}

/** A values file is looked for at its root-relative path first, then in the chart's folder. */
async function locateValues(files: Files, chart: string, file: string): Promise<string> {
  if ((await files.kind(file)) !== 'absent') return file
  const inChart = resolvePath(chart, file)
  return inChart !== undefined && (await files.kind(inChart)) === 'file' ? inChart : file
}

/** `--set` may carry a password, so ids show its key alone. */
function keyOf(assignment: string): string {
  return assignment.split('=', 1)[0] ?? ''
}

function shorten(chart: string, file: string): string {
  return file.startsWith(join(chart, '/')) ? file.slice(join(chart, '/').length) : file
}

/** The nearest name that helm takes: a DNS label of at most 53 characters. */
export function releaseName(name: string): string {
  const label = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, '-')
    .slice(0, 53)
  return label.replaceAll(/^-+|-+$/g, '') || 'release'
}

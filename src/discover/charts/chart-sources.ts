import type { ChartFlags } from '../../config/types.ts'
import type { Files } from '../../world.ts'
import { chartSource } from './chart-source.ts'
import type { ChartSource, Source, UnresolvedSource } from '../types.ts'
import { valueSets } from './value-sets.ts'

/**
 * A chart that was found, once for each of its sets of values: with its own `values.yaml` first, then with each further
 * set over that. Where the call names values, those are the only set.
 */
export async function chartSources(files: Files, path: string, flags: ChartFlags): Promise<readonly Source[]> {
  const chart = await chartSource(files, path, flags)
  if (chart.kind !== 'helm' || flags.values.length > 0) return [chart]
  const { sets, left, encrypted } = await valueSets(files, path)
  return [
    chart,
    ...sets.map(file => withSet(chart, file)),
    ...encrypted.map(file => gap(withSet(chart, file), 'encrypted-values', file)),
    ...(left.length === 0 ? [] : [gap(more(chart, left.length), 'too-many-values', left.join(', '))]),
  ]
}

function withSet(chart: ChartSource, file: string): ChartSource {
  const { id, path, label, options } = chart
  const [own = '', ...set] = id.split('#')
  const name = file.slice(path === '.' ? 0 : path.length + 1)
  return {
    ...chart,
    id: [own, file, ...set].join('#'),
    label: `${label} (${name})`,
    options: { ...options, values: [file] },
    byConvention: true,
  }
}

function more(chart: ChartSource, count: number): ChartSource {
  return { ...chart, id: `${chart.id}#more`, label: `${chart.label} (${count} more sets of values)` }
}

function gap({ id, path, label }: ChartSource, why: UnresolvedSource['why'], detail: string): UnresolvedSource {
  return { kind: 'unresolved', of: 'helm', why, detail: detail.slice(0, 400), id, path, label }
}

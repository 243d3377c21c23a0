import { resolve } from 'node:path'
import process from 'node:process'
import { extract } from '../src/extract/extract.ts'
import { createHelm } from '../src/render/helm/helm.ts'
import { locate } from '../src/trace/locate.ts'
import { createRenderMarked } from '../src/trace/chart/render-marked.ts'
import { renderWorld } from '../test/support/render-world.ts'
import { median } from './support/figure.ts'
import type { Figure } from './support/figure.ts'

const runs = 15
const options = { values: [], set: [], release: 'bench', namespace: 'default', apiVersions: [] }
const source = { kind: 'helm', id: 'chart', path: '.', label: 'chart', options } as const

/** Finding the lines of all images of a chart against rendering it once, in one process by turns. */
export async function traceBench(): Promise<readonly Figure[]> {
  const chart = resolve(process.env['BENCH_CHART'] ?? 'test/fixtures/charts/shop')
  const ratios: number[] = []
  let exact = 0
  let uses = 0
  for (let turn = 0; turn <= runs; turn++) {
    await using world = await renderWorld(chart)
    const render = createHelm(process.env['BENCH_HELM'] ?? 'helm', world)
    // the version of helm is asked once in a run, and not for tracing
    await render(source)
    const again = { ...source, options: { ...options, release: `bench-${turn}` } }
    const startedAt = performance.now()
    const rendered = [await render(again)]
    const renderedAt = performance.now()
    if (rendered.some(({ kind }) => kind !== 'rendered')) throw new Error(`${chart} does not render`)
    const inventory = extract(rendered)
    const renderMarked = createRenderMarked(render)
    const places = await locate(
      { inventory, rendered, judgement: { findings: [] }, renderMarked, traceAll: true },
      world,
    )
    if (turn > 0) ratios.push((performance.now() - renderedAt) / (renderedAt - startedAt))
    uses = inventory.uses.length
    exact = [...places.uses.values()].filter(([place]) => place?.confidence === 'exact').length
  }
  const note = `${exact} of ${uses} images at an exact place`
  return [{ name: 'extract and trace ÷ one render', value: median(ratios), unit: '×', goal: 1.2, note }]
}

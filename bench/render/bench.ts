import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { extract } from '../../src/extract/extract.ts'
import { createHelm } from '../../src/render/helm/helm.ts'
import { renderWorld } from '../../test/support/render-world.ts'
import { median } from '../support/figure.ts'
import type { Figure } from '../support/figure.ts'
import { writeSyntheticChart } from './synthetic-chart.ts'

const runs = 15
const largestOutput = 64 * 1024 * 1024
const run = promisify(execFile)

/**
 * Rendering a chart and reading the images out of it against `helm template` alone, in one process by turns. The chart is
 * the folder that BENCH_CHART names, else one made for this; helm comes from BENCH_HELM or PATH.
 */
export async function renderBench(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'will-it-pull-bench-'))
  const given = process.env['BENCH_CHART']
  const chart = given === undefined ? join(folder, 'operator') : resolve(given)
  if (given === undefined) await writeSyntheticChart(chart)
  const helm = process.env['BENCH_HELM'] ?? 'helm'
  const ratios: number[] = []
  let images = 0
  let bytes = 0
  for (let turn = 0; turn <= runs; turn++) {
    const theirs = await timed(async () => {
      const { stdout } = await run(helm, ['template', '--include-crds', 'bench', chart], { maxBuffer: largestOutput })
      bytes = stdout.length
    })
    const ours = await timed(async () => {
      images = await readImages({ chart, helm })
    })
    if (turn > 0) ratios.push(ours / theirs)
  }
  await rm(folder, { recursive: true })
  const what = `${given === undefined ? 'synthetic chart' : 'chart'}, ${(bytes / 2 ** 20).toFixed(1)} MiB, ${images} images`
  return [{ name: 'render and extract ÷ helm template', value: median(ratios), unit: '×', goal: 1.15, note: what }]
}

async function readImages({ chart, helm }: { chart: string; helm: string }): Promise<number> {
  await using world = await renderWorld(chart)
  const options = { values: [], set: [], release: 'bench', namespace: 'default', apiVersions: [] }
  const rendered = await createHelm(helm, world)({ kind: 'helm', id: 'chart', path: '.', label: 'chart', options })
  if (rendered.kind !== 'rendered') throw new Error(`the chart does not render: ${JSON.stringify(rendered)}`)
  return extract([rendered]).uses.length
}

async function timed(task: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await task()
  return performance.now() - startedAt
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { image } from '../../src/simulator/image.ts'
import { startRegistry } from '../../src/simulator/registry.ts'
import type { SimulatedRegistry } from '../../src/simulator/registry.ts'
import { median } from '../support/figure.ts'
import type { Figure } from '../support/figure.ts'
import { runOnce } from '../support/whole-process.ts'
import type { Cost } from '../support/whole-process.ts'
import { timeBareLoop } from './bare-loop.ts'
import { imageNames, writeCharts } from './charts.ts'

const few = 100
const pairs = 3
const cli = join(import.meta.dirname, '../../dist/cli.js')
const helm = process.env['BENCH_HELM'] ?? 'helm'

/**
 * Many small charts against the same renders by helm alone, each pair in turn: 300 charts, or as many as BENCH_SOURCES
 * says (1000 takes four minutes on two cores). helm comes from BENCH_HELM or PATH.
 */
export async function sourcesBench(): Promise<readonly Figure[]> {
  const many = Number(process.env['BENCH_SOURCES'] ?? '300')
  await using registry = await startRegistry()
  for (const name of imageNames()) registry.push(name, 'v1', image({ name }))
  const small = await measure(few, registry, pairs)
  const large = await measure(many, registry, 1)
  const checked = large.check
  return [
    ratio(`list of ${few} charts ÷ helm alone`, small.list, small.helmMs),
    ratio(`list of ${many} charts ÷ helm alone`, large.list, large.helmMs),
    ratio(`check of ${many} charts ÷ helm alone`, checked, large.helmMs),
    {
      name: 'CPU of our own a chart, many ÷ few',
      value: ownCpu(large, many) / ownCpu(small, few),
      unit: '×',
      goal: 1.2,
    },
    { name: `check of ${many} charts again`, value: median(large.again.map(({ wallMs }) => wallMs)), unit: 'ms' },
    { name: `${large.renders} renders by helm alone`, value: median(large.helmMs), unit: 'ms' },
    { name: 'peak memory, list', value: most(large.list, 'peakMiB'), unit: 'MiB', goal: 400 },
    { name: 'peak memory, check', value: most(checked, 'peakMiB'), unit: 'MiB', goal: 400 },
    { name: 'peak memory of all its children together', value: most(checked, 'childrenMiB'), unit: 'MiB' },
  ]
}

interface Measured {
  readonly renders: number
  readonly helmMs: readonly number[]
  readonly list: readonly Cost[]
  readonly check: readonly Cost[]
  /** A check that finds what the one before left in the cache. */
  readonly again: readonly Cost[]
}

async function measure(charts: number, registry: SimulatedRegistry, turns: number): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'will-it-pull-bench-'))
  const root = join(folder, 'repository')
  const renders = await writeCharts(root, charts, registry.host)
  const all = {
    helmMs: new Array<number>(),
    list: new Array<Cost>(),
    check: new Array<Cost>(),
    again: new Array<Cost>(),
  }
  for (let turn = 0; turn < turns; turn++) {
    const cached = ['--cache-dir', join(folder, `cache-${turn}`)]
    const before = await timeBareLoop(helm, renders)
    all.list.push(await ours('list', ['--cache', 'false'], root))
    all.check.push(await ours('check', cached, root))
    all.again.push(await ours('check', cached, root))
    all.helmMs.push((before + (await timeBareLoop(helm, renders))) / 2)
  }
  await rm(folder, { recursive: true })
  return { renders: renders.length, ...all }
}

function ours(command: 'list' | 'check', words: readonly string[], root: string): Promise<Cost> {
  const given = [cli, command, '--helm-path', helm, ...words, root]
  return runOnce({ program: process.execPath, arguments: given, tells: true })
}

function ratio(name: string, costs: readonly Cost[], helmMs: readonly number[]): Figure {
  const ratios = costs.map(({ wallMs }, turn) => wallMs / (helmMs[turn] ?? Number.NaN))
  return { name, value: median(ratios), unit: '×', goal: 1.15 }
}

function ownCpu({ list }: Measured, charts: number): number {
  return median(list.map(({ cpuMs }) => cpuMs)) / charts
}

function most(costs: readonly Cost[], of: 'peakMiB' | 'childrenMiB'): number {
  return Math.max(...costs.map(cost => cost[of]))
}

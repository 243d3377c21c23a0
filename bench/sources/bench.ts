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
import type { BareLoop } from './bare-loop.ts'
import { imageNames, writeCharts } from './charts.ts'

const few = 100
const pairs = 2
const cli = join(import.meta.dirname, '../../dist/cli.js')
const helm = process.env['BENCH_HELM'] ?? 'helm'

/**
 * Many small charts against the same renders by helm alone, each pair in turn: 300 charts, or as many as BENCH_SOURCES
 * says (1000 takes some six minutes on two cores). helm comes from BENCH_HELM or PATH.
 */
export async function sourcesBench(): Promise<readonly Figure[]> {
  const many = Number(process.env['BENCH_SOURCES'] ?? '300')
  await using registry = await startRegistry()
  for (const name of imageNames()) registry.push(name, 'v1', image({ name }))
  const small = await measure(few, registry, pairs)
  const large = await measure(many, registry, 1)
  return [
    { name: `list of ${few} charts ÷ helm alone`, value: ratio(small.list, small.helm), unit: '×', goal: 1.15 },
    { name: `list of ${many} charts ÷ helm alone`, value: ratio(large.list, large.helm), unit: '×', goal: 1.15 },
    { name: `check of ${many} charts ÷ helm alone`, value: ratio(large.check, large.helm), unit: '×', goal: 1.15 },
    { name: 'the same in CPU, ours and that of helm', value: cpuRatio(large), unit: '×', goal: 1.15 },
    { name: 'own CPU for a chart, many ÷ few', value: ownCpu(large, many) / ownCpu(small, few), unit: '×', goal: 1.2 },
    { name: `check of ${many} charts again`, value: median(large.again.map(({ wallMs }) => wallMs)), unit: 'ms' },
    {
      name: `${large.renders} renders by helm alone`,
      value: median(large.helm.map(({ wallMs }) => wallMs)),
      unit: 'ms',
    },
    { name: 'peak memory, list', value: most(large.list, 'peakMiB'), unit: 'MiB', goal: 400 },
    { name: 'peak memory, check', value: most(large.check, 'peakMiB'), unit: 'MiB', goal: 400 },
    { name: 'peak memory of all its children together', value: most(large.check, 'childrenMiB'), unit: 'MiB' },
  ]
}

interface Measured {
  readonly renders: number
  readonly helm: readonly BareLoop[]
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
    helm: new Array<BareLoop>(),
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
    all.helm.push(mean(before, await timeBareLoop(helm, renders)))
  }
  await rm(folder, { recursive: true })
  return { renders: renders.length, ...all }
}

function ours(command: 'list' | 'check', words: readonly string[], root: string): Promise<Cost> {
  const given = [cli, command, '--helm-path', helm, ...words, root]
  return runOnce({ program: process.execPath, arguments: given, tells: true })
}

function mean(one: BareLoop, other: BareLoop): BareLoop {
  return { wallMs: (one.wallMs + other.wallMs) / 2, cpuMs: (one.cpuMs + other.cpuMs) / 2 }
}

function ratio(costs: readonly Cost[], helmAlone: readonly BareLoop[]): number {
  return median(costs.map(({ wallMs }, turn) => wallMs / (helmAlone[turn]?.wallMs ?? Number.NaN)))
}

/** Where others use the machine too, CPU tells more than time. */
function cpuRatio({ check, helm: alone }: Measured): number {
  return median(check.map(({ cpuMs, childCpuMs }, turn) => (cpuMs + childCpuMs) / (alone[turn]?.cpuMs ?? Number.NaN)))
}

function ownCpu({ list }: Measured, charts: number): number {
  return median(list.map(({ cpuMs }) => cpuMs)) / charts
}

function most(costs: readonly Cost[], of: 'peakMiB' | 'childrenMiB'): number {
  return Math.max(...costs.map(cost => cost[of]))
}

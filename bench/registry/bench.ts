import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median } from '../support/figure.ts'
import type { Figure } from '../support/figure.ts'
import { fleet, imagesOf } from './fleet.ts'
import type { Fleet } from './fleet.ts'
import { runIdeal } from './run-ideal.ts'
import { manifestsOf, runOurs } from './run-ours.ts'
import type { OurRun } from './run-ours.ts'
import { startServers } from './servers.ts'
import type { ServerCounts, Servers } from './servers.ts'
import { timeTools } from './tools.ts'

const runs = 7

/** 300 images of 120 repositories on 6 hosts, 50 ms away. */
export async function registryBench(): Promise<readonly Figure[]> {
  await using folder = await temporaryFolder()
  using servers = await startServers(fleet)
  const site = await openSite({ fleet, servers, folder: folder.path })
  const { cold, warm, ideal } = await compare(site, 'h1')
  const coldWall = median(cold.map(({ run }) => run.wallMs))
  return [
    { name: 'ideal client, HTTP/1.1', value: median(ideal), unit: 'ms' },
    ratio('cold check ÷ ideal', { runs: cold, ideal, goal: 1.3 }),
    ratio('warm check ÷ ideal', { runs: warm, ideal }),
    { name: 'cold check as a whole process', value: coldWall, unit: 'ms' },
    ...countsOf('cold', cold, fleet.images),
    ...countsOf('warm', warm, 0),
    { name: 'peak memory, cold', value: median(cold.map(({ run }) => run.peakMiB)), unit: 'MiB' },
    ...(await besideTools(site.references, coldWall)),
  ]
}

/** The same with ten times the images. */
export async function largeRegistryBench(): Promise<readonly Figure[]> {
  const large = { ...fleet, images: 3000, repositories: 1200 }
  await using folder = await temporaryFolder()
  using servers = await startServers(large)
  const { cold, ideal } = await compare(await openSite({ fleet: large, servers, folder: folder.path }), 'h1', 3)
  return [
    { name: 'ideal client, 3,000 images', value: median(ideal), unit: 'ms' },
    ratio('cold check ÷ ideal, 3,000 images', { runs: cold, ideal, goal: 1.3 }),
    ...countsOf('cold', cold, large.images),
    { name: 'peak memory, 3,000 images', value: median(cold.map(({ run }) => run.peakMiB)), unit: 'MiB' },
  ]
}

/** The same where all hosts offer HTTP/2. */
export async function http2Bench(): Promise<readonly Figure[]> {
  const modern = { ...fleet, http2: true }
  await using folder = await temporaryFolder()
  using servers = await startServers(modern)
  const site = await openSite({ fleet: modern, servers, folder: folder.path })
  const { cold, warm, ideal } = await compare(site, 'h2')
  const coldWall = median(cold.map(({ run }) => run.wallMs))
  return [
    { name: 'ideal client, HTTP/2', value: median(ideal), unit: 'ms' },
    ratio('cold check ÷ ideal, HTTP/2', { runs: cold, ideal, goal: 1.5 }),
    ratio('warm check ÷ ideal, HTTP/2', { runs: warm, ideal }),
    { name: 'cold check as a whole process', value: coldWall, unit: 'ms' },
    ...countsOf('cold', cold, modern.images),
    { name: 'requests over HTTP/2, cold', value: median(cold.map(({ counts }) => counts.http2)), unit: '' },
    ...(await besideTools(site.references, coldWall)),
  ]
}

/** What the usual tools need, each in a process for each image, and ours against the best of them. */
async function besideTools(references: readonly string[], coldWall: number): Promise<readonly Figure[]> {
  const tools = await timeTools(references)
  if (tools.length === 0) return []
  const fastest = Math.min(...tools.map(([, ms]) => ms))
  return [
    ...tools.map(([name, ms]) => ({ name: `${name} under xargs -P64`, value: ms, unit: 'ms' as const })),
    { name: 'cold process ÷ best tool', value: coldWall / fastest, unit: '×', goal: 0.34 },
  ]
}

interface Site {
  readonly servers: Servers
  readonly references: readonly string[]
  readonly manifests: string
  readonly folder: string
}

async function openSite({
  fleet: held,
  servers,
  folder,
}: {
  fleet: Fleet
  servers: Servers
  folder: string
}): Promise<Site> {
  const references = imagesOf(held).map(
    ({ host, repository, tag }) => `${servers.hosts[host] ?? ''}/${repository}:${tag}`,
  )
  const manifests = join(folder, 'pods.yaml')
  await writeFile(manifests, manifestsOf(references))
  return { servers, references, manifests, folder }
}

interface Measured {
  readonly run: OurRun
  readonly counts: ServerCounts
}

/** Ideal, cold and warm in turn, so that a change of the machine's speed meets all; the first turn is a warm-up. */
async function compare({ servers, references, manifests, folder }: Site, protocol: 'h1' | 'h2', turns = runs) {
  const all = { ideal: new Array<number>(), cold: new Array<Measured>(), warm: new Array<Measured>() }
  for (let turn = 0; turn <= turns; turn++) {
    const cache = join(folder, `cache-${turn}`)
    const ideal = await runIdeal(references, protocol)
    await servers.counts()
    const measure = async () => ({
      run: await runOurs(manifests, cache, references.length),
      counts: await servers.counts(),
    })
    const cold = await measure()
    const warm = await measure()
    if (turn === 0) continue
    all.ideal.push(ideal)
    all.cold.push(cold)
    all.warm.push(warm)
  }
  return all
}

function ratio(
  name: string,
  { runs: ours, ideal, goal }: { runs: readonly Measured[]; ideal: readonly number[]; goal?: number },
): Figure {
  const ratios = ours.map(({ run }, turn) => run.checkMs / (ideal[turn] ?? Number.NaN))
  return { name, value: median(ratios), unit: '×', goal }
}

function countsOf(name: string, measured: readonly Measured[], mostGets: number): readonly Figure[] {
  const of = (field: keyof ServerCounts) => median(measured.map(({ counts }) => counts[field]))
  return [
    { name: `manifest GETs, ${name}`, value: of('manifestGets'), unit: '', goal: mostGets },
    {
      name: `requests, ${name}`,
      value: of('requests'),
      unit: '',
      note: `${of('challenges')} of them refused for a token`,
    },
  ]
}

async function temporaryFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'will-it-pull-bench-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) }
}

import type { ChartSource, SourcePlace } from '../../discover/types.ts'
import type { FetchedChart, UnavailableChart } from '../../fetch/types.ts'
import type { World } from '../../world.ts'
import { holdsGit } from './holds-git.ts'
import { locateRequirement } from './locate-requirement.ts'
import { missingRequirements } from './requirements.ts'
import type { RenderFailure } from '../types.ts'

/** A chart that helm can render, or why there is none. */
export type PreparedChart =
  /** Absolute path of a folder or archive. */
  | { readonly kind: 'ready'; readonly chart: string }
  | { readonly kind: 'failed'; readonly failure: RenderFailure }
  /** Elsewhere, and not to be had from here. */
  | {
      readonly kind: 'unresolved'
      readonly why: 'remote-chart' | 'remote-dependency'
      readonly detail: string
      readonly place?: SourcePlace | undefined
    }

export type PrepareWorld = Pick<World, 'files' | 'scratch' | 'charts'>

/** How far charts of the repository may depend on each other, and how many may belong to one. */
const deepest = 8
const mostAdded = 100

/**
 * Brings together what a chart is made of, once for all its sets of values. A chart whose dependencies are not all in its
 * folder is copied to a private one, and they are added there: nothing is written into the repository, and helm fetches
 * nothing by itself. So is a chart with a `.git` in its folder, which templates could read a token from, and one whose own
 * values do not count.
 */
export function createPrepareChart(world: PrepareWorld): (source: ChartSource) => Promise<PreparedChart> {
  const known = new Map<string, Promise<PreparedChart>>()
  return source => {
    const key = JSON.stringify([source.remote ?? source.path, source.replacesValues])
    const prepared = known.get(key) ?? prepare(source, world)
    known.set(key, prepared)
    return prepared
  }
}

async function prepare({ path, remote, replacesValues }: ChartSource, world: PrepareWorld): Promise<PreparedChart> {
  const { files, charts, scratch } = world
  if (remote !== undefined) return fetched(await charts.fetch(remote))
  const missing = path.endsWith('.tgz') ? [] : await missingRequirements(files, path)
  const isAsItIs = missing.length === 0 && replacesValues !== true && !(await holdsGit(files, path))
  if (isAsItIs) return { kind: 'ready', chart: files.native(path) }
  const folder = await scratch()
  const chart = await folder.copy(files.native(path), 'chart')
  if (replacesValues === true) await folder.write('chart/values.yaml', '')
  const trouble = await addMissing({ path, copy: 'chart', depth: 0 }, { ...world, folder, added: 0 })
  return trouble ?? { kind: 'ready', chart }
}

interface Place {
  /** Root-relative path of the chart, and the name of its copy. */
  readonly path: string
  readonly copy: string
  readonly depth: number
}

interface Workshop extends PrepareWorld {
  readonly folder: Awaited<ReturnType<World['scratch']>>
  added: number
}

type Trouble = Exclude<PreparedChart, { kind: 'ready' }>

async function addMissing({ path, copy, depth }: Place, workshop: Workshop): Promise<Trouble | undefined> {
  if (depth > deepest) return missingDependency(`${path}: charts that depend on each other in a circle`)
  for (const [index, requirement] of (await missingRequirements(workshop.files, path)).entries()) {
    workshop.added += 1
    if (workshop.added > mostAdded) return missingDependency(`${path}: more than ${mostAdded} charts belong together`)
    const { name, place } = requirement
    const at = await locateRequirement(requirement, path, workshop.files)
    const to = `${copy}/charts/${index}-${at.kind === 'remote' ? 'fetched.tgz' : 'local'}`
    const trouble = await addOne(at, { copy: to, depth: depth + 1 }, workshop)
    if (trouble !== undefined) return placed(trouble, name, place)
  }
  return undefined
}

/** The trouble with a dependency, at the line that asks for it; a chart further down has named its own. */
function placed(trouble: Trouble, name: string, place: SourcePlace): Trouble {
  if (trouble.kind === 'failed') return { kind: 'failed', failure: { ...place, ...trouble.failure } }
  const detail = trouble.detail.includes(name) ? trouble.detail : `${name}: ${trouble.detail}`
  return { ...trouble, detail, place: trouble.place ?? place }
}

async function addOne(
  at: Awaited<ReturnType<typeof locateRequirement>>,
  { copy, depth }: Omit<Place, 'path'>,
  workshop: Workshop,
): Promise<Trouble | undefined> {
  const { files, charts, folder } = workshop
  switch (at.kind) {
    case 'missing':
      return missingDependency(at.detail)
    case 'stale-lock':
      return { kind: 'failed', failure: { why: 'lock-out-of-date', detail: at.detail } }
    case 'unresolved':
      return { kind: 'unresolved', why: 'remote-dependency', detail: at.detail }
    case 'remote': {
      const chart = await charts.fetch(at.chart)
      if (chart.kind === 'unavailable')
        return chart.why === 'offline' ? missingDependency(at.name) : unavailable(chart, 'remote-dependency')
      await folder.copy(chart.file, copy)
      return undefined
    }
    case 'local':
      await folder.copy(files.native(at.path), at.path.endsWith('.tgz') ? `${copy}.tgz` : copy)
      return at.path.endsWith('.tgz') ? undefined : addMissing({ path: at.path, copy, depth }, workshop)
  }
}

function fetched(chart: FetchedChart): PreparedChart {
  return chart.kind === 'fetched' ? { kind: 'ready', chart: chart.file } : unavailable(chart, 'remote-chart')
}

/** That there is no such chart is a mistake in what names it; that nobody answers is not. */
function unavailable(
  { why, detail }: UnavailableChart,
  what: Extract<PreparedChart, { kind: 'unresolved' }>['why'],
): Trouble {
  switch (why) {
    case 'absent':
    case 'unusable':
      return { kind: 'failed', failure: { why: 'chart-unavailable', detail } }
    case 'refused':
    case 'unreachable':
    case 'offline':
      return { kind: 'unresolved', why: what, detail }
  }
}

function missingDependency(detail: string): Trouble {
  return { kind: 'failed', failure: { why: 'dependency-missing', detail } }
}

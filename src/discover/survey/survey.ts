import { join } from 'node:path/posix'
import type { Entry, Files, ListResult } from '../../world.ts'
import { readChart } from '../charts/chart.ts'
import { kustomizationNames } from '../kustomize/kustomization.ts'
import { isApplication, isManifest } from './manifest-files.ts'

/** What a walk met; all paths are root-relative. */
export interface Survey {
  readonly charts: Set<string>
  readonly libraries: Set<string>
  readonly kustomizations: Set<string>
  /** Folder → manifest files in it. */
  readonly manifests: Map<string, readonly string[]>
  /** Folder → why it, or what is below it, was not looked at. */
  readonly gaps: Map<string, string>
}

export interface Walk {
  readonly files: Files
  readonly excludes: (path: string) => boolean
}

const deepest = 64
const mostEntries = 500_000

/** Folders of a chart that hold its templates and their inputs, never manifests. */
const chartFolders: ReadonlySet<string> = new Set(['templates', 'charts', 'crds', 'ci', 'files'])

export function emptySurvey(): Survey {
  return { charts: new Set(), libraries: new Set(), kustomizations: new Set(), manifests: new Map(), gaps: new Map() }
}

/** Looks through a folder and what is below it, except hidden, linked, excluded and dependency folders. */
export async function survey(walk: Walk, start: string): Promise<Survey> {
  const found = emptySurvey()
  const open = [{ path: start, depth: 0 }]
  let seen = 0
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const list = await walk.files.list(at.path)
    const entries = list.kind === 'entries' ? list.entries : []
    seen += entries.length
    const gap = gapOf(list.kind, at.depth, seen)
    if (gap !== undefined) found.gaps.set(at.path, gap)
    if (seen > mostEntries) break
    if (gap !== undefined) continue
    const inside = await lookInto({ ...walk, found }, at.path, entries)
    for (const path of inside.toReversed()) open.push({ path, depth: at.depth + 1 })
  }
  return found
}

function gapOf(kind: ListResult['kind'], depth: number, seen: number): string | undefined {
  if (kind !== 'entries') return kind === 'denied' ? 'permission denied' : kind
  if (depth > deepest) return `more than ${deepest} folders deep`
  return seen > mostEntries ? `more than ${mostEntries} entries: the rest was not looked at` : undefined
}

interface Look extends Walk {
  readonly found: Survey
}

/** Takes down what the folder is; gives the folders to go on with. */
async function lookInto(look: Look, folder: string, entries: readonly Entry[]): Promise<readonly string[]> {
  const { found } = look
  const names = new Set(entries.filter(entry => entry.kind === 'file').map(entry => entry.name))
  const isChart = names.has('Chart.yaml')
  const isKustomization = kustomizationNames.some(name => names.has(name))
  // a library renders nothing of what is below it
  const isWhole = isChart && !(await takeChart(look, folder))
  if (isKustomization) found.kustomizations.add(folder)
  if (!isWhole) await takeManifests(look, folder, { entries, isTaken: isKustomization ? isApplication : isManifest })
  return entries
    .filter(
      entry => isEntered(entry) && !(isWhole ? chartFolders.has(entry.name) : isChart && entry.name === 'templates'),
    )
    .map(entry => join(folder, entry.name))
    .filter(path => !look.excludes(path))
}

/** Tells whether it is a library. */
async function takeChart({ files, found }: Look, folder: string): Promise<boolean> {
  const { library } = await readChart(files, folder)
  const charts = library ? found.libraries : found.charts
  charts.add(folder)
  return library
}

function isEntered(entry: Entry): boolean {
  if (entry.kind !== 'folder' || entry.link === true) return false
  return !entry.name.startsWith('.') && entry.name !== 'node_modules'
}

interface ManifestFolder {
  readonly entries: readonly Entry[]
  readonly isTaken: (files: Files, path: string) => Promise<boolean>
}

async function takeManifests(look: Look, folder: string, { entries, isTaken }: ManifestFolder): Promise<void> {
  const taken: string[] = []
  for (const { name, kind } of entries) {
    if (name.startsWith('.') || !/\.(?:ya?ml|json)$/i.test(name) || kind === 'folder' || kind === 'other') continue
    const path = join(folder, name)
    if (!look.excludes(path) && (await isTaken(look.files, path))) taken.push(path)
  }
  if (taken.length > 0) look.found.manifests.set(folder, taken)
}

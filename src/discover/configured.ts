import { join } from 'node:path/posix'
import type { ConfiguredSource } from '../config/types.ts'
import { compileGlob } from '../glob/glob.ts'
import { baseOfGlob } from '../glob/parse-glob.ts'
import type { Files } from '../world.ts'
import { readChart } from './charts/chart.ts'
import { chartSource } from './charts/chart-source.ts'
import { entriesBelow } from './survey/entries-below.ts'
import { readKustomization } from './kustomize/kustomization.ts'
import { kustomizeSources } from './kustomize/kustomize-sources.ts'
import { remoteChartSource } from './charts/remote-chart-source.ts'
import type { PathProblem, Source } from './types.ts'

/** The source that an entry of the configuration names, or why there is none. */
export async function configuredSource(files: Files, entry: ConfiguredSource): Promise<Source | PathProblem> {
  switch (entry.kind) {
    case 'chart':
      return configuredChart(files, entry)
    case 'kustomize':
      return configuredKustomization(files, entry.path)
    case 'manifests':
      return configuredManifests(files, entry.pattern)
  }
}

async function configuredChart(
  files: Files,
  entry: Extract<ConfiguredSource, { kind: 'chart' }>,
): Promise<Source | PathProblem> {
  const { path } = entry
  if (/^[a-z]+:\/\//.test(path)) return remoteChartSource(path, entry)
  const kind = await files.kind(path)
  if (kind !== 'file' && kind !== 'folder') return { path, why: kind }
  const isChart = kind === 'file' ? path.endsWith('.tgz') : (await files.kind(join(path, 'Chart.yaml'))) === 'file'
  if (!isChart) return { path, why: 'no-source' }
  if ((await readChart(files, path)).library) return { path, why: 'library-chart' }
  return chartSource(files, path, entry)
}

async function configuredKustomization(files: Files, path: string): Promise<Source | PathProblem> {
  const kind = await files.kind(path)
  if (kind !== 'folder') return { path, why: kind === 'file' ? 'no-source' : kind }
  if ((await readKustomization(files, path)) === undefined) return { path, why: 'no-source' }
  const { sources } = await kustomizeSources(files, [path], new Set([path]))
  return sources[0] ?? { path, why: 'no-source' }
}

async function configuredManifests(files: Files, pattern: string): Promise<Source | PathProblem> {
  const glob = pattern.replace(/^\.\//, '')
  const base = baseOfGlob(glob)
  const kind = await files.kind(base)
  if (kind === 'file') return manifests(pattern, base, [base])
  if (kind !== 'folder') return { path: pattern, why: kind }
  const found = await matchingFiles(files, base, globOverPaths(glob))
  return found.length === 0 ? { path: pattern, why: 'no-source' } : manifests(pattern, base, found)
}

function manifests(pattern: string, path: string, found: readonly string[]): Source {
  return { kind: 'manifests', id: `manifests:${pattern}`, path, label: pattern, files: found }
}

async function matchingFiles(files: Files, base: string, matches: (path: string) => boolean): Promise<string[]> {
  const { entries } = await entriesBelow(files, base, { links: false, mostEntries: 500_000, deepest: 64 })
  const found = entries.filter(({ path, entry }) => entry.kind === 'file' && matches(path))
  return found.map(({ path }) => path).toSorted()
}

/** Names that begin with a dot are only meant where the glob writes one. */
function globOverPaths(glob: string): (path: string) => boolean {
  const matches = compileGlob(glob, 'segment')
  const takesHidden = /(?:^|[/{,])\./.test(glob)
  return path => matches(path) && (takesHidden || !/(?:^|\/)\./.test(path))
}

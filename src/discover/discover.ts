import type { CheckRequest } from '../config/types.ts'
import type { Files, World } from '../world.ts'
import { chartSources } from './charts/chart-sources.ts'
import { configuredSource } from './configured.ts'
import { createExclude } from './survey/exclude.ts'
import { resolvePath } from './survey/root-path.ts'
import { absentSubmodules } from './survey/submodules.ts'
import { kustomizeSources } from './kustomize/kustomize-sources.ts'
import { noFinds, surveyPath } from './survey/survey-path.ts'
import type { Finds } from './survey/survey-path.ts'
import type { Discovery, PathProblem, Source } from './types.ts'
import { uniqueSources } from './unique-sources.ts'

/**
 * Everything below the paths that renders to manifests, and the sources of the configuration. Paths that give nothing
 * are problems, not exceptions. Reads files; runs and fetches nothing.
 */
export async function discover(request: CheckRequest, world: Pick<World, 'files'>): Promise<Discovery> {
  const { files } = world
  const paths = request.paths.length === 0 && request.sources.length === 0 ? ['.'] : request.paths
  const finds = noFinds()
  const walk = { files, excludes: createExclude(request.exclude) }
  for (const path of paths) if (path !== '-') await surveyPath(walk, finds, path)
  const input = paths.includes('-') ? (request.stdin ?? '') : undefined
  if (input !== undefined && !holdsDocument(input)) finds.problems.push({ path: '-', why: 'no-input' })
  const configured = await Promise.all(request.sources.map(entry => configuredSource(files, entry)))
  const sources = configured.filter(found => 'id' in found)
  const absent = await Promise.all(paths.map(path => absentSubmodules(walk, resolvePath('.', path) ?? path)))
  const found = [...sources, ...(await toSources(request, files, finds)), ...absent.flat(), ...standardInput(input)]
  return { sources: uniqueSources(found), problems: [...finds.problems, ...configured.filter(isProblem)] }
}

function isProblem(found: Source | PathProblem): found is PathProblem {
  return !('id' in found)
}

async function toSources(request: CheckRequest, files: Files, finds: Finds): Promise<readonly Source[]> {
  const charts = await Promise.all([...finds.charts].map(path => chartSources(files, path, request.chart)))
  const { sources, claimed } = await kustomizeSources(files, [...finds.kustomizations], finds.named)
  const folders = [...finds.manifests].flatMap(([folder, found]) =>
    manifestSource(
      folder,
      found.filter(file => !claimed.has(file)),
    ),
  )
  const single = [...finds.single].flatMap(file => manifestSource(file, [file]))
  const gaps = [...finds.gaps].map(([path, detail]) => gap(path, detail))
  return [...charts.flat(), ...sources, ...folders, ...single, ...gaps]
}

function manifestSource(path: string, files: readonly string[]): readonly Source[] {
  return files.length === 0 ? [] : [{ kind: 'manifests', id: `manifests:${path}`, path, label: path, files }]
}

function gap(path: string, detail: string): Source {
  return { kind: 'unresolved', of: 'manifests', why: 'unreadable', detail, id: `gap:${path}`, path, label: path }
}

/** What a program that failed leaves in a pipe is no source: nothing but blanks, comments and markers. */
function holdsDocument(input: string): boolean {
  return /^(?!---[^\S\n]*$|\.\.\.)[^\S\n]*[^\s#]/m.test(input)
}

function standardInput(input: string | undefined): readonly Source[] {
  if (input === undefined || !holdsDocument(input)) return []
  return [{ kind: 'manifests', id: 'manifests:-', path: '-', label: 'standard input', files: [], input }]
}

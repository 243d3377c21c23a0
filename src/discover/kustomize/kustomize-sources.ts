import type { Files } from '../../world.ts'
import { readKustomization } from './kustomization.ts'
import type { Kustomization, KustomizationTrouble } from './kustomization.ts'
import type { KustomizeSource, UnresolvedSource } from '../types.ts'

/** The kustomizations that are built, and the files that belong to one of them and are no manifests by themselves. */
export interface KustomizeSources {
  readonly sources: readonly (KustomizeSource | UnresolvedSource)[]
  readonly claimed: ReadonlySet<string>
}

type Graph = ReadonlyMap<string, Kustomization>

/**
 * Of the folders that were found, those that no other one includes; a base is built by its overlays only. Folders that
 * were named are built in any case.
 */
export async function kustomizeSources(
  files: Files,
  found: readonly string[],
  named: ReadonlySet<string>,
): Promise<KustomizeSources> {
  const graph = await readGraph(files, found)
  const taken = new Set<string>()
  const sources = roots(graph, found, named).flatMap(path => sourcesAt(graph, path, taken))
  return { sources, claimed: new Set([...graph.values()].flatMap(kustomization => kustomization.includes)) }
}

async function readGraph(files: Files, found: readonly string[]): Promise<Graph> {
  const graph = new Map<string, Kustomization>()
  const asked = new Set(found)
  for (const folder of asked) {
    const kustomization = await readKustomization(files, folder)
    if (kustomization === undefined) continue
    graph.set(folder, kustomization)
    // A set that grows is walked to its new end.
    for (const include of kustomization.includes) asked.add(include)
  }
  return graph
}

function roots(graph: Graph, found: readonly string[], named: ReadonlySet<string>): readonly string[] {
  const included = new Set([...graph].flatMap(([path, { includes }]) => includes.filter(include => include !== path)))
  const built = found.filter(path => named.has(path) || !(included.has(path) || graph.get(path)?.component === true))
  const reached = new Set(built.flatMap(path => reach(graph, path)))
  // Those that include each other in a circle: one of them is built, so that kustomize says what is wrong.
  for (const path of found) {
    if (reached.has(path) || graph.get(path)?.component === true) continue
    built.push(path)
    for (const member of reach(graph, path)) reached.add(member)
  }
  return built
}

/** The kustomizations that building one reads, itself first. */
function reach(graph: Graph, from: string): readonly string[] {
  const seen = new Set([from])
  for (const path of seen) {
    const includes = graph.get(path)?.includes ?? []
    includes.filter(include => graph.has(include)).forEach(include => seen.add(include))
  }
  return [...seen]
}

function findTrouble(graph: Graph, path: string): KustomizationTrouble | undefined {
  return reach(graph, path)
    .map(member => graph.get(member)?.trouble)
    .find(trouble => trouble !== undefined)
}

/**
 * The source at a path. Where a part of it can't be built, and it does no more than list its parts, those that can be are
 * sources too.
 */
function sourcesAt(graph: Graph, path: string, taken: Set<string>): readonly (KustomizeSource | UnresolvedSource)[] {
  if (taken.has(path)) return []
  taken.add(path)
  const trouble = findTrouble(graph, path)
  const isPlugged = reach(graph, path).some(member => graph.get(member)?.hasPlugins === true)
  const own = toSource(path, trouble, isPlugged ? true : undefined)
  const kustomization = graph.get(path)
  if (trouble === undefined || kustomization?.isList !== true) return [own]
  const parts = kustomization.includes.filter(include => graph.get(include)?.component === false)
  return [own, ...parts.flatMap(part => sourcesAt(graph, part, taken))]
}

function toSource(
  path: string,
  trouble: KustomizationTrouble | undefined,
  hasPlugins: true | undefined,
): KustomizeSource | UnresolvedSource {
  const base = { id: `kustomize:${path}`, path, label: path }
  return trouble === undefined
    ? { ...base, kind: 'kustomize', hasPlugins }
    : { ...base, kind: 'unresolved', of: 'kustomize', ...trouble }
}

import type { Source } from './types.ts'

/**
 * The same source once; sources that differ in their options alone (one chart with two `--set`) get ids of their own. A
 * file that was named is left out where its folder is a source too.
 */
export function uniqueSources(sources: readonly Source[]): readonly Source[] {
  const byContent = new Map(sources.map(source => [JSON.stringify(source), source]))
  const inFolders = new Set([...byContent.values()].flatMap(source => (isSingle(source) ? [] : filesOf(source))))
  const kept = [...byContent.values()].filter(source => !isSingle(source) || !inFolders.has(source.path))
  const uses = new Map<string, number>()
  return kept.map(source => {
    const use = (uses.get(source.id) ?? 0) + 1
    uses.set(source.id, use)
    return use === 1 ? source : { ...source, id: `${source.id}~${use}` }
  })
}

function isSingle(source: Source): boolean {
  return source.kind === 'manifests' && source.files.length === 1 && source.files[0] === source.path
}

function filesOf(source: Source): readonly string[] {
  return source.kind === 'manifests' ? source.files : []
}

import type { FieldPath } from '../../extract/types.ts'
import type { MapNode, YamlNode } from './yaml-tree.ts'

// a merge key may name its own map
const mostMerges = 20

/** The node at a path, or the deepest one on the way to it. Of equal keys the last counts; merge keys are followed. */
export function nodeAt(root: YamlNode, path: FieldPath): { readonly node: YamlNode; readonly isWhole: boolean } {
  let node = root
  for (const step of path) {
    const child = childOf(node, step, mostMerges)
    if (child === undefined) return { node, isWhole: false }
    node = child
  }
  return { node, isWhole: true }
}

function childOf(node: YamlNode, step: string | number, merges: number): YamlNode | undefined {
  if (node.kind === 'list') return typeof step === 'number' ? node.items[step] : undefined
  if (node.kind === 'scalar' || typeof step === 'number') return undefined
  return ownChild(node, step) ?? mergedChild(node, step, merges - 1)
}

function ownChild(node: MapNode, key: string): YamlNode | undefined {
  return node.entries.findLast(entry => entry.key.kind === 'scalar' && entry.key.value === key)?.value
}

function mergedChild(node: MapNode, key: string, merges: number): YamlNode | undefined {
  const merged = merges > 0 ? ownChild(node, '<<') : undefined
  if (merged === undefined) return undefined
  const maps = merged.kind === 'list' ? merged.items : [merged]
  for (const map of maps) {
    const child = map.kind === 'map' ? childOf(map, key, merges) : undefined
    if (child !== undefined) return child
  }
  return undefined
}

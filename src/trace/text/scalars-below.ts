import type { FieldPath } from '../../extract/types.ts'
import type { MapNode, ScalarNode, YamlNode } from './yaml-tree.ts'

/** A scalar of YAML with the path to it. */
export interface ScalarAt {
  readonly node: ScalarNode
  readonly path: FieldPath
}

// aliases can repeat a file's values without end
const mostScalars = 100_000

/** The scalars of a YAML tree with their paths. */
export function scalarsBelow(root: YamlNode): readonly ScalarAt[] {
  const scalars: ScalarAt[] = []
  const walk = (node: YamlNode, path: FieldPath): void => {
    if (scalars.length >= mostScalars || path.length > 50) return
    if (node.kind === 'scalar') scalars.push({ node, path })
    else for (const [step, child] of childrenOf(node)) walk(child, [...path, step])
  }
  walk(root, [])
  return scalars
}

type Child = readonly [string | number, YamlNode]

function childrenOf(node: Exclude<YamlNode, ScalarNode>): readonly Child[] {
  if (node.kind === 'list') return node.items.map((item, index) => [index, item] as const)
  return [...entriesOf(node, mostMerges)]
}

// a merge key may name its own map
const mostMerges = 20

/**
 * The entries of a map as helm and kubectl read it: of equal keys the last counts, where a merge key stands for those of
 * its maps (https://pkg.go.dev/sigs.k8s.io/yaml/goyaml.v2), the first of several maps before the others.
 */
function entriesOf({ entries }: MapNode, merges: number): ReadonlyMap<string, YamlNode> {
  const counting = new Map<string, YamlNode>()
  for (const { key, value } of entries) {
    if (key.kind !== 'scalar') continue
    const merged = key.value === '<<' ? mergedIn(value, merges) : [[key.value, value] as const]
    for (const [name, child] of merged) counting.set(name, child)
  }
  return counting
}

function mergedIn(value: YamlNode, merges: number): readonly (readonly [string, YamlNode])[] {
  const maps = value.kind === 'list' ? value.items.toReversed() : [value]
  return merges === 0 ? [] : maps.flatMap(map => (map.kind === 'map' ? [...entriesOf(map, merges - 1)] : []))
}

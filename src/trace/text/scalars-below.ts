import type { FieldPath } from '../../extract/types.ts'
import type { ScalarNode, YamlNode } from './yaml-tree.ts'

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

function childrenOf(node: Exclude<YamlNode, ScalarNode>): readonly (readonly [string | number, YamlNode])[] {
  if (node.kind === 'list') return node.items.map((item, index) => [index, item] as const)
  return node.entries.flatMap(({ key, value }) => (key.kind === 'scalar' ? [[key.value, value] as const] : []))
}

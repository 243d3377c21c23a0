import type { FieldPath } from '../../extract/types.ts'
import type { TextFile } from '../text/text-file.ts'
import type { ScalarNode, YamlNode } from '../text/yaml-tree.ts'

/** A scalar of a values file. */
export interface ValueLeaf {
  readonly file: TextFile
  readonly node: ScalarNode
  /** As the chart on top sees it: a subchart's own values stand below the subchart's name. */
  readonly path: FieldPath
  /** As it stands in the file. */
  readonly ownPath: FieldPath
}

// aliases can repeat a file's values without end
const mostLeaves = 100_000

/** The scalars of a values file, whose values stand below `prefix` for the chart on top. */
export function valueLeaves(file: TextFile, prefix: FieldPath): readonly ValueLeaf[] {
  if (file.root === undefined) return []
  return scalarsBelow(file.root).map(({ node, path }) => ({ file, node, path: pathOnTop(prefix, path), ownPath: path }))
}

/** The scalars of a YAML tree with their paths. */
export function scalarsBelow(root: YamlNode): readonly { readonly node: ScalarNode; readonly path: FieldPath }[] {
  const scalars: { readonly node: ScalarNode; readonly path: FieldPath }[] = []
  const walk = (node: YamlNode, path: FieldPath): void => {
    if (scalars.length >= mostLeaves || path.length > 50) return
    if (node.kind === 'scalar') scalars.push({ node, path })
    else for (const [step, child] of childrenOf(node)) walk(child, [...path, step])
  }
  walk(root, [])
  return scalars
}

// globals are shared: every chart sees them at the same place
function pathOnTop(prefix: FieldPath, ownPath: FieldPath): FieldPath {
  return ownPath[0] === 'global' ? ownPath : [...prefix, ...ownPath]
}

function childrenOf(node: Exclude<YamlNode, ScalarNode>): readonly (readonly [string | number, YamlNode])[] {
  if (node.kind === 'list') return node.items.map((item, index) => [index, item] as const)
  return node.entries.flatMap(({ key, value }) => (key.kind === 'scalar' ? [[key.value, value] as const] : []))
}

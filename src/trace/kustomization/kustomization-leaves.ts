import type { FieldPath } from '../../extract/types.ts'
import type { KustomizationFile } from './kustomization-files.ts'
import { mayHoldYaml, nestedScalars } from '../text/nested-scalars.ts'
import { onlySpanOf, type Span } from '../text/span.ts'
import type { TextFile } from '../text/text-file.ts'
import type { ValueLeaf } from '../value-leaf.ts'
import { scalarsBelow } from '../text/scalars-below.ts'
import { type ScalarNode, yamlTree } from '../text/yaml-tree.ts'

/** The scalars of a file that a kustomization reads, those of patches in its text and the lines of env files too. */
export function kustomizationLeaves({ file, isKustomization }: KustomizationFile): readonly ValueLeaf[] {
  const roots = yamlTree(file.text) ?? []
  if (roots.length === 1 && roots[0]?.kind === 'scalar') return settingsIn(file, { start: 0, end: file.text.length })
  const leaves = roots.flatMap(root => scalarsBelow(root).map(({ node, path }) => leafOf(file, node, path)))
  const all = isKustomization ? leaves.flatMap(leaf => [leaf, ...patchedIn(leaf), ...settingOf(leaf)]) : leaves
  return all.flatMap(asWritten)
}

// a value that is written with escapes or over several lines has no place of its own
function asWritten(leaf: ValueLeaf): readonly ValueLeaf[] {
  const span = onlySpanOf(leaf.node.value, leaf.file.text, leaf.node)
  return span === undefined ? [] : [{ ...leaf, node: { ...leaf.node, ...span } }]
}

function leafOf(file: TextFile, node: ScalarNode, path: FieldPath): ValueLeaf {
  return { file, node, path, ownPath: path }
}

/** `KEY=value`, one a line: what is behind the sign. */
function settingsIn(file: TextFile, { start, end }: Span): readonly ValueLeaf[] {
  const settings = file.text.slice(start, end).matchAll(/^([\w.-]+)=([^\r\n]*)/gm)
  return [...settings].map(({ index, 1: key = '', 2: value = '' }) => {
    const from = start + index + key.length + 1
    return leafOf(file, { kind: 'scalar', value, start: from, end: from + value.length, plain: false }, [key])
  })
}

// an item of `literals` of a generator
function settingOf({ file, node, path }: ValueLeaf): readonly ValueLeaf[] {
  if (path.at(-2) !== 'literals') return []
  return settingsIn(file, node).map(leaf => leafOf(file, leaf.node, [...path, ...leaf.path]))
}

function patchedIn({ file, node, path }: ValueLeaf): readonly ValueLeaf[] {
  return mayHoldYaml(node.value)
    ? nestedScalars(file.text, node).map(inner => leafOf(file, inner.node, [...path, ...inner.path]))
    : []
}

import type { FieldPath } from '../../extract/types.ts'
import type { KustomizationFile } from './kustomization-files.ts'
import { onlySpanOf, type Span } from '../text/span.ts'
import type { TextFile } from '../text/text-file.ts'
import { scalarsBelow, type ValueLeaf } from '../chart/value-leaf.ts'
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

/** The scalars of the YAML that is the text of a scalar, placed in the file. */
function patchedIn({ file, node, path }: ValueLeaf): readonly ValueLeaf[] {
  if (!/\n|^\s*[[{]/.test(node.value)) return []
  const place = placesIn(file.text.slice(node.start, node.end), node.value)
  if (place === undefined) return []
  const scalars = (yamlTree(node.value) ?? []).flatMap(root => scalarsBelow(root))
  return scalars.map(({ node: inner, path: below }) => {
    const [start, end] = [node.start + place(inner.start), node.start + place(inner.end)]
    return leafOf(file, { ...inner, start, end }, [...path, ...below])
  })
}

/** Where an offset of a scalar's value is in its written text; undefined where its lines aren't those of the text. */
function placesIn(written: string, value: string): ((offset: number) => number) | undefined {
  const lines: { readonly from: number; readonly to: number }[] = []
  const writtenLines = written.split('\n')
  let from = 0
  let to = 0
  for (const [index, line] of value.replace(/\n$/, '').split('\n').entries()) {
    const raw = writtenLines[index]?.replace(/\r$/, '')
    if (raw === undefined || !raw.endsWith(line) || raw.slice(0, raw.length - line.length).trim() !== '')
      return undefined
    lines.push({ from, to: to + raw.length - line.length })
    from += line.length + 1
    to += (writtenLines[index] ?? '').length + 1
  }
  return offset => {
    const line = lines.findLast(candidate => candidate.from <= offset)
    return line === undefined ? offset : line.to + offset - line.from
  }
}

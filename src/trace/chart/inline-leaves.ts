import type { WrittenValues } from '../../discover/types.ts'
import { valueAt } from '../../extract/document/untyped.ts'
import type { TextFile } from '../text/text-file.ts'
import { scalarsBelow, type ValueLeaf } from './value-leaf.ts'
import { nodeAt } from '../text/yaml-path.ts'
import type { YamlNode } from '../text/yaml-tree.ts'

/**
 * The values that stand in an object of Argo CD or Flux. A patch may have changed the object since, so only those count
 * that are in effect as they are written; `effective` is the text of the values.
 */
export function inlineLeaves(
  file: TextFile,
  written: WrittenValues,
  effective: string | undefined,
): readonly ValueLeaf[] {
  const root = file.roots.find(candidate => isObject(candidate, written))
  const values = root && nodeAt(root, written.path)
  if (values === undefined || !values.isWhole || effective === undefined) return []
  const inEffect = parse(effective)
  return scalarsBelow(values.node)
    .filter(({ node, path }) => isText(valueAt(inEffect, ...path), node.value))
    .map(({ node, path }) => ({ file, node, path, ownPath: [...written.path, ...path] }))
}

function isObject(root: YamlNode, { kind, name }: WrittenValues): boolean {
  return textAt(root, ['kind']) === kind && textAt(root, ['metadata', 'name']) === name
}

function textAt(root: YamlNode, path: readonly string[]): string | undefined {
  const { node, isWhole } = nodeAt(root, path)
  return isWhole && node.kind === 'scalar' ? node.value : undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isText(value: unknown, written: string): boolean {
  const isScalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  return isScalar && String(value) === written
}

import type { WrittenObject, WrittenText } from '../../discover/types.ts'
import { mayHoldYaml, nestedScalars } from '../text/nested-scalars.ts'
import { type ScalarAt, scalarsBelow } from '../text/scalars-below.ts'
import type { TextFile, TextFiles } from '../text/text-file.ts'
import { nodeAt } from '../text/yaml-path.ts'
import type { YamlNode } from '../text/yaml-tree.ts'

/** The scalars at a place, by their paths below it. */
export interface WrittenScalars extends Pick<WrittenText, 'path'> {
  readonly file: TextFile
  readonly scalars: readonly ScalarAt[]
}

/**
 * Reads the values that are written at a place: a map, the text of one, or a single value. Undefined where they are not
 * there or something may have changed them since.
 */
export async function writtenScalars(
  { file: path, object, path: at }: WrittenText,
  files: TextFiles,
): Promise<WrittenScalars | undefined> {
  if (object?.kustomization !== undefined || object?.overlay !== undefined) return undefined
  const file = await files.read(path)
  const root = file && rootOf(file, object)
  const found = root && nodeAt(root, at)
  if (file === undefined || found === undefined || !found.isWhole) return undefined
  return { file, path: at, scalars: scalarsIn(file, found.node) }
}

// of several objects of the same name it can't be told which one is meant
function rootOf({ roots }: TextFile, object: WrittenObject | undefined): YamlNode | undefined {
  const [root, another] = object === undefined ? roots : roots.filter(candidate => isObject(candidate, object))
  return another === undefined ? root : undefined
}

function isObject(root: YamlNode, { kind, name }: WrittenObject): boolean {
  return textAt(root, ['kind']) === kind && textAt(root, ['metadata', 'name']) === name
}

function textAt(root: YamlNode, path: readonly string[]): string | undefined {
  const { node, isWhole } = nodeAt(root, path)
  return isWhole && node.kind === 'scalar' ? node.value : undefined
}

/** The scalars below a node, those of the YAML that their texts may be too. */
function scalarsIn({ text }: TextFile, node: YamlNode): readonly ScalarAt[] {
  return scalarsBelow(node).flatMap(scalar => {
    if (!mayHoldYaml(scalar.node.value)) return [scalar]
    const nested = nestedScalars(text, scalar.node)
    return [scalar, ...nested.map(inner => ({ ...inner, path: [...scalar.path, ...inner.path] }))]
  })
}

import type { WrittenObject, WrittenPlace, WrittenText } from '../../discover/types.ts'
import { TextFile, type TextFiles } from '../text/text-file.ts'
import { type ScalarAt, scalarsBelow } from '../text/scalars-below.ts'
import { yamlTree } from '../text/yaml-tree.ts'
import type { Elsewhere, ValueLeaf } from '../value-leaf.ts'
import { writtenScalars } from './written-scalars.ts'

/**
 * The values of a text that helm is given beside its files, each with the place where it is written. A patch may have
 * changed them since, so only those have one that hold as they are written; `elsewhere` says what is known of others.
 */
export async function inlineLeaves(
  values: string,
  written: WrittenPlace | undefined,
  files: TextFiles,
): Promise<readonly ValueLeaf[]> {
  const given = new TextFile('', values)
  const [root] = yamlTree(values) ?? []
  const scalars = root === undefined ? [] : scalarsBelow(root)
  const at = written === undefined || 'spelled' in written ? undefined : await writtenScalars(written, files)
  const places = new Map(at?.scalars.map(scalar => [JSON.stringify(scalar.path), scalar.node]))
  return scalars.map(({ node, path }): ValueLeaf => {
    const place = places.get(JSON.stringify(path))
    if (at !== undefined && place?.value === node.value)
      return { file: at.file, node: place, path, ownPath: [...at.path, ...path], values }
    return { file: given, node, path, ownPath: path, values, elsewhere: elsewhere(written, path, node.value) }
  })
}

/** What is known of the place of a value: `path` leads to it below the place. */
export function elsewhere(written: WrittenPlace | undefined, path: ScalarAt['path'], value: string): Elsewhere {
  if (written === undefined) return { kind: 'unknown', file: undefined }
  if ('spelled' in written) return { kind: 'call', setBy: written.spelled }
  return built(written, path, value) ?? { kind: 'unknown', file: written.file }
}

function built({ object, path: above }: WrittenText, path: ScalarAt['path'], value: string): Elsewhere | undefined {
  const folder = object?.kustomization
  if (object === undefined || folder === undefined || mayGive(object.overlay, path, value)) return undefined
  return { kind: 'built', object: { folder, kind: object.kind, name: object.name }, path: [...above, ...path] }
}

/** Characters; people's patches are far smaller, and each value is looked for in them. */
const longestOverlay = 100_000

const texts = new WeakMap<object, string>()

// what has the text may give it, and what is laid over a list may move its items
function mayGive(overlay: WrittenObject['overlay'], path: ScalarAt['path'], value: string): boolean {
  if (overlay === undefined) return false
  const text = texts.get(overlay) ?? JSON.stringify(overlay)
  texts.set(overlay, text)
  if (text.length > longestOverlay || path.some(step => typeof step === 'number')) return true
  return text.includes(JSON.stringify(value).slice(1, -1))
}

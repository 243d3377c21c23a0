import type { FieldPath } from '../../extract/types.ts'
import { nodeAt } from '../text/yaml-path.ts'
import type { ChartScope } from './chart-scope.ts'
import type { Part } from '../part.ts'
import type { ScalarNode } from '../text/yaml-tree.ts'
import type { TextFile } from '../text/text-file.ts'
import type { ValueLeaf } from '../value-leaf.ts'

/** A scalar that a part of an image comes from: a value, or the chart's appVersion. */
export type PartLeaf = Pick<ValueLeaf, 'file' | 'node' | 'path' | 'ownPath' | 'elsewhere'>

/** The values that together are an image. */
export interface ImageBlock {
  /** Path of the map that holds them; of the value itself where the image is one string. */
  readonly path: FieldPath
  readonly whole?: PartLeaf | undefined
  readonly parts: Readonly<Partial<Record<Part, PartLeaf | undefined>>>
}

const partNames = ['registry', 'repository', 'tag', 'digest'] as const

/** Every block of values that gives exactly this image, written as one string or in parts. */
export function imageBlocks(image: string, scope: ChartScope): readonly ImageBlock[] {
  const winning = new Map(scope.leaves.map(leaf => [JSON.stringify(leaf.path), leaf]))
  const whole = [...winning.values()]
    .filter(({ node }) => node.value === image)
    .map(leaf => ({ path: leaf.path, whole: leaf, parts: {} }))
  const appVersion = appVersionOf(scope.chartFile)
  const split = blocksOf(winning.values()).flatMap(block => completed(block, image, appVersion))
  return [...whole, ...split]
}

function blocksOf(leaves: Iterable<ValueLeaf>): readonly ImageBlock[] {
  const blocks = new Map<string, { path: FieldPath; parts: Partial<Record<Part, PartLeaf>> }>()
  for (const leaf of leaves) {
    const part = partNames.find(name => name === leaf.path.at(-1))
    if (part === undefined) continue
    const path = leaf.path.slice(0, -1)
    const key = JSON.stringify(path)
    const block = blocks.get(key) ?? { path, parts: {} }
    block.parts[part] = leaf
    blocks.set(key, block)
  }
  return [...blocks.values()]
}

// an empty tag stands for the chart's appVersion, by the convention that `helm create` writes
function completed(block: ImageBlock, image: string, appVersion: PartLeaf | undefined): readonly ImageBlock[] {
  const { registry, repository, digest } = block.parts
  if (textOf(repository) === '') return []
  const tag = textOf(block.parts.tag) === '' ? appVersion : block.parts.tag
  const name = [textOf(registry), textOf(repository)].filter(text => text !== '').join('/')
  const tagged = textOf(tag) === '' ? name : `${name}:${textOf(tag)}`
  const pinned = textOf(digest) === '' ? undefined : `@${textOf(digest)}`
  if (pinned === undefined) return image === tagged ? [{ ...block, parts: { ...block.parts, tag } }] : []
  if (image === `${tagged}${pinned}`) return [{ ...block, parts: { ...block.parts, tag } }]
  return image === `${name}${pinned}` ? [{ ...block, parts: { registry, repository, digest } }] : []
}

function textOf(leaf: PartLeaf | undefined): string {
  const node = leaf?.node
  return node === undefined || isNull(node) ? '' : node.value
}

function isNull({ plain, value }: ScalarNode): boolean {
  return plain && ['', '~', 'null', 'Null', 'NULL'].includes(value)
}

function appVersionOf(file: TextFile | undefined): PartLeaf | undefined {
  if (file?.root === undefined) return undefined
  const { node, isWhole } = nodeAt(file.root, ['appVersion'])
  if (!isWhole || node.kind !== 'scalar') return undefined
  return { file, node, path: ['appVersion'], ownPath: ['appVersion'] }
}

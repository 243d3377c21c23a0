import { fieldText } from '../../extract/document/field-text.ts'
import type { ChartScope } from './chart-scope.ts'
import type { MarkedPiece } from './mark.ts'
import type { Part } from '../part.ts'
import { referenceParts } from '../reference-parts.ts'
import { onlySpanOf, type Span } from '../text/span.ts'
import type { TextFile } from '../text/text-file.ts'
import type { Location } from '../types.ts'
import type { ValueLeaf } from '../value-leaf.ts'
import { nodeAt } from '../text/yaml-path.ts'

/** What a use's image showed when its chart was rendered with marks. */
export interface TracedImage {
  readonly image: string
  readonly pieces: readonly MarkedPiece[]
  readonly scope: ChartScope
  /** Absent where the template is in a package. */
  readonly template: TextFile | undefined
  /** Places of values in objects that kustomizations give. */
  readonly built?: ReadonlyMap<ValueLeaf, Location> | undefined
}

const insteadOf: Readonly<Record<Part, readonly Part[]>> = {
  registry: ['registry', 'repository'],
  repository: ['repository'],
  tag: ['tag', 'digest', 'repository'],
  digest: ['digest', 'tag', 'repository'],
}

/**
 * The values that give the wanted part of an image, the one that gives most of it first, then those that give the rest
 * of the image. Undefined where no value gives that part.
 */
export function tracedLocations(traced: TracedImage, wanted: Part): readonly Location[] | undefined {
  const parts = referenceParts(traced.image)
  const part = insteadOf[wanted].find(name => parts.has(name))
  const span = part === undefined ? undefined : parts.get(part)
  if (part === undefined || span === undefined) return undefined
  const main = traced.pieces
    .filter(piece => overlap(piece, span) > 0)
    .toSorted((a, b) => overlap(b, span) - overlap(a, span))
  const own = main.length > 0 ? main.map(({ leaf }) => placeOf(leaf, traced)) : ofAppVersion(traced, part, span)
  const rest = traced.pieces.filter(piece => !main.includes(piece)).map(({ leaf }) => placeOf(leaf, traced))
  return own[0] === undefined ? undefined : [...own, ...rest].filter(location => location !== undefined)
}

function placeOf(leaf: ValueLeaf, { template, built }: TracedImage): Location | undefined {
  const { elsewhere } = leaf
  switch (elsewhere?.kind) {
    case undefined:
      return leafLocation(leaf)
    case 'call':
      return template && { file: template.path, confidence: 'file', setBy: elsewhere.setBy }
    case 'built':
      return built?.get(leaf)
    case 'unknown':
      return elsewhere.file === undefined ? undefined : { file: elsewhere.file, confidence: 'file' }
  }
}

function overlap(piece: Span, part: Span): number {
  return Math.min(piece.end, part.end) - Math.max(piece.start, part.start)
}

/** The place of a value that is written in a file as it reads; undefined for any other. */
export function leafLocation({
  file,
  node,
  ownPath,
}: Pick<ValueLeaf, 'file' | 'node' | 'ownPath'>): Location | undefined {
  const span = onlySpanOf(node.value, file.text, node)
  if (span === undefined) return undefined
  return { file: file.path, ...file.placeOf(span), path: fieldText(ownPath), confidence: 'exact' }
}

// every value that has this text was marked and none came out here: what is left is the chart's version, if the chart
// says that it uses it and no template has the text itself
function ofAppVersion(traced: TracedImage, part: Part, { start, end }: Span): readonly (Location | undefined)[] {
  const { chartFile, helpers, leaves } = traced.scope
  if (part !== 'tag' || chartFile?.root === undefined || traced.template === undefined) return []
  const { node, isWhole } = nodeAt(chartFile.root, ['appVersion'])
  if (!isWhole || node.kind !== 'scalar' || node.value === '') return []
  const tag = traced.image.slice(start, end)
  const texts = [traced.template, ...helpers].map(({ text }) => text)
  const isOnly = !texts.some(text => text.includes(node.value)) && leaves.every(leaf => leaf.node.value !== node.value)
  const isUsed = texts.some(text => /\.AppVersion\b/.test(text))
  const isTag = tag === node.value || tag === `v${node.value}`
  return isOnly && isUsed && isTag ? [leafLocation({ file: chartFile, node, ownPath: ['appVersion'] })] : []
}

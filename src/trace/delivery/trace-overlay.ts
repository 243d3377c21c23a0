import type { DeliveredSource, WrittenText } from '../../discover/types.ts'
import { valueAt } from '../../extract/document/untyped.ts'
import type { Use } from '../../extract/types.ts'
import type { Rendered } from '../../render/types.ts'
import { elsewhere } from '../chart/inline-leaves.ts'
import type { MarkedPiece } from '../chart/mark.ts'
import type { ValueLeaf } from '../value-leaf.ts'
import type { Tracer } from '../chart/trace-chart.ts'
import { type WrittenScalars, writtenScalars } from '../chart/written-scalars.ts'
import { ImageTexts, type Markable } from '../kustomization/kustomization-marks.ts'
import { type FilesTracer, type PlacedPieces, traceFiles, type UsesToTrace } from '../kustomization/trace-files.ts'
import { onlySpanOf } from '../text/span.ts'
import type { TextFiles } from '../text/text-file.ts'
import type { Location } from '../types.ts'
import { deliveryTexts, deliveryWith } from './delivery-texts.ts'

/** What tracing an overlay works with. */
export interface OverlayTracer extends Pick<FilesTracer, 'partOf' | 'resources'>, Pick<Tracer, 'traceBuilt'> {
  readonly deliver: (source: DeliveredSource) => Promise<Rendered>
  readonly texts: TextFiles
}

/** What an overlay and variables give, and the uses whose images they leave alone. */
export interface TracedOverlay {
  readonly locations: ReadonlyMap<string, readonly Location[]>
  readonly untouched: readonly Use[]
}

/** Finds which images come from what Argo CD or Flux lays over a source, and where that is written. */
export async function traceOverlay(
  source: DeliveredSource,
  uses: UsesToTrace,
  { deliver, texts, traceBuilt, ...tracer }: OverlayTracer,
): Promise<TracedOverlay> {
  const own = deliveryTexts(source)
  const scalarsOf = reader(texts)
  const { locations, became, copy } = await traceFiles(
    { files: [own], ...uses },
    {
      ...tracer,
      markable: markableIn(uses.wanted.map(({ image }) => image)),
      render: marked => deliver(deliveryWith(source, marked.get('') ?? '')),
      placed: pieces => placed(pieces, source, { scalarsOf, traceBuilt }),
    },
  )
  const marked = deliveryWith(source, copy.get('') ?? own.file.text)
  const untouched = uses.wanted.filter(use => {
    const isSame = became === undefined || became.get(use) === use.image
    return isSame && isMarked(source.overlay, marked.overlay, use.image)
  })
  return { locations, untouched }
}

type ReadScalars = (written: WrittenText) => Promise<WrittenScalars | undefined>

/** Reads each place once for all uses. */
function reader(texts: TextFiles): ReadScalars {
  const known = new Map<WrittenText, Promise<WrittenScalars | undefined>>()
  return written => {
    const scalars = known.get(written) ?? writtenScalars(written, texts)
    known.set(written, scalars)
    return scalars
  }
}

async function placed(
  pieces: readonly MarkedPiece[],
  source: DeliveredSource,
  { scalarsOf, traceBuilt }: Pick<OverlayTracer, 'traceBuilt'> & { readonly scalarsOf: ReadScalars },
): Promise<PlacedPieces> {
  const own = await Promise.all(pieces.map(async piece => ({ ...piece, leaf: await place(piece, source, scalarsOf) })))
  const inBuilt = own.flatMap(({ leaf }) => (leaf.elsewhere?.kind === 'built' ? [leaf] : []))
  return { pieces: own, built: inBuilt.length === 0 ? undefined : await traceBuilt?.(inBuilt) }
}

/** A variable may be any piece of an image; fields of an overlay are those of a kustomization. */
function markableIn(images: readonly string[]): ImageTexts['markable'] {
  const texts = new ImageTexts(images)
  return (leaf, choice): readonly Markable[] => {
    const { value } = leaf.node
    if (leaf.path[0] !== 'variables') return texts.markable(leaf, choice)
    const isPiece = value !== '' && images.some(image => image.includes(value))
    return isPiece ? [{ leaf, start: 0, end: value.length, sign: '-' }] : []
  }
}

/** Whether every text of an overlay that could give a piece of the image was marked, so that none can go unseen. */
function isMarked(before: unknown, after: unknown, image: string): boolean {
  if (typeof before === 'string') return before !== after || !holdsPiece(before, image)
  if (typeof before !== 'object' || before === null) return true
  return Object.entries(before).every(([key, value]) => isMarked(value, childOf(after, key), image))
}

function childOf(value: unknown, key: string): unknown {
  return valueAt(value, Array.isArray(value) ? Number(key) : key)
}

function holdsPiece(text: string, image: string): boolean {
  return image.split(/[/:@]/).some(piece => piece.length > 0 && text.includes(piece))
}

async function place(piece: MarkedPiece, source: DeliveredSource, scalarsOf: ReadScalars): Promise<ValueLeaf> {
  const { leaf } = piece
  const [kind, key, ...path] = leaf.path
  const written = kind === 'variables' ? source.substitution?.writtenAt?.[String(key)] : source.overlayAt?.[String(key)]
  return (
    (written && placeIn(leaf, path, await scalarsOf(written))) ?? {
      ...leaf,
      elsewhere: elsewhere(written, path, leaf.node.value),
    }
  )
}

function placeIn(leaf: ValueLeaf, path: ValueLeaf['path'], at: WrittenScalars | undefined): ValueLeaf | undefined {
  const found = at?.scalars.find(scalar => isPath(scalar.path, path) || isImageText(scalar.path, path))
  const span = at && found && onlySpanOf(leaf.node.value, at.file.text, found.node)
  if (at === undefined || found === undefined || span === undefined) return undefined
  const node = { ...found.node, ...span, value: leaf.node.value }
  return { file: at.file, node, path: leaf.path, ownPath: [...at.path, ...found.path] }
}

function isPath(a: ValueLeaf['path'], b: ValueLeaf['path']): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

// Argo CD has each of its `images` as one text
function isImageText(written: ValueLeaf['path'], path: ValueLeaf['path']): boolean {
  return path.length === 2 && /^(?:newName|newTag|digest)$/.test(String(path[1])) && isPath(written, path.slice(0, 1))
}

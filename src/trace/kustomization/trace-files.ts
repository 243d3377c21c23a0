import type { ResourceTable } from '../../extract/custom-resources/table.ts'
import type { Use } from '../../extract/types.ts'
import type { Rendered } from '../../render/types.ts'
import type { MarkedPiece } from '../chart/mark.ts'
import { tracedLocations } from '../chart/traced-location.ts'
import type { ValueLeaf } from '../value-leaf.ts'
import { imagesAfter } from '../match-uses.ts'
import type { Part } from '../part.ts'
import type { Location } from '../types.ts'
import type { KustomizationFile } from './kustomization-files.ts'
import { kustomizationLeaves } from './kustomization-leaves.ts'
import { type Choice, ImageTexts, kustomizedPieces, type Markable, matchMarked } from './kustomization-marks.ts'
import { markedCopy } from './marked-copy.ts'

/** Uses of one source. */
export interface UsesToTrace {
  /** All of them, in the order of the manifests. */
  readonly uses: readonly Use[]
  /** Those to find a place for. */
  readonly wanted: readonly Use[]
}

/** Uses, and the files that their images may be written in. */
export interface FilesToTrace extends UsesToTrace {
  readonly files: readonly KustomizationFile[]
}

/** What tracing works with. */
export interface FilesTracer {
  /** Renders the source once more, from copies of its files: texts by their paths. */
  readonly render: (copy: ReadonlyMap<string, string>) => Promise<Rendered>
  readonly partOf: (use: Use) => Part
  /** Where custom kinds name images. */
  readonly resources?: ResourceTable | undefined
  /** What of a leaf to mark; default: what has the text of a part of an image. */
  readonly markable?: ImageTexts['markable'] | undefined
  /** Where pieces of images are written, where that is not in the files themselves. */
  readonly placed?: ((pieces: readonly MarkedPiece[]) => Promise<PlacedPieces>) | undefined
}

/** Pieces with their own places. */
export interface PlacedPieces {
  readonly pieces: readonly MarkedPiece[]
  /** Places of leaves in objects that kustomizations give. */
  readonly built?: ReadonlyMap<ValueLeaf, Location> | undefined
}

/** What came of tracing. */
export interface TracedFiles {
  /** By use id; those that this can't prove are absent. */
  readonly locations: ReadonlyMap<string, readonly Location[]>
  /** What each image became; undefined where nothing could be marked or rendered. */
  readonly became: ReadonlyMap<Use, string> | undefined
  /** The files as they were rendered. */
  readonly copy: ReadonlyMap<string, string>
}

/**
 * Finds the texts behind images: a mark goes into every text that an image may come from, in copies of the files; the
 * source is rendered again, and the marks that come out in an image tell which texts gave it.
 */
export async function traceFiles(files: FilesToTrace, tracer: FilesTracer): Promise<TracedFiles> {
  const built = await buildMarked(files, tracer)
  if (built === undefined) return { locations: new Map(), became: undefined, copy: new Map() }
  const traced = await Promise.all(files.wanted.map(async use => [use.id, await traceUse(use, built, tracer)] as const))
  const locations = traced.flatMap(([id, own]) => (own === undefined ? [] : [[id, own] as const]))
  return { locations: new Map(locations), became: built.became, copy: built.copy }
}

interface MarkedBuild {
  readonly marks: readonly Markable[]
  /** What the image of each use became. */
  readonly became: ReadonlyMap<Use, string>
  readonly copy: ReadonlyMap<string, string>
}

async function buildMarked(
  { files, uses, wanted }: FilesToTrace,
  { render, resources, markable }: FilesTracer,
): Promise<MarkedBuild | undefined> {
  const leaves = files.flatMap(kustomizationLeaves)
  const images = new ImageTexts(wanted.map(({ image }) => image))
  const mark = markable ?? images.markable.bind(images)
  let tried = ''
  for (const choice of ['all', 'telling'] as const) {
    const marks = marksIn(leaves, mark, choice)
    const key = marks.map(({ leaf, start }) => `${leaf.file.path}:${leaf.node.start + start}`).join(' ')
    if (marks.length === 0 || key === tried) return undefined
    tried = key
    const copy = markedCopy(files, leaves, marks)
    const rendered = await render(copy)
    const became = rendered.kind === 'rendered' ? imagesAfter(uses, rendered, resources) : undefined
    if (became !== undefined && wanted.every(use => traces(use, { marks, became }))) return { marks, became, copy }
    if (became !== undefined && choice === 'telling') return { marks, became, copy }
  }
  return undefined
}

function traces(use: Use, { marks, became }: Omit<MarkedBuild, 'copy'>): boolean {
  return kustomizedPieces(became.get(use) ?? '', use.image, marks) !== undefined
}

/** Each place once, though aliases lead to it more often. */
function marksIn(leaves: readonly ValueLeaf[], mark: ImageTexts['markable'], choice: Choice): readonly Markable[] {
  const names = new Set(leaves.filter(leaf => matchMarked(leaf) !== undefined))
  const marks = leaves.filter(leaf => !names.has(leaf)).flatMap(leaf => mark(leaf, choice))
  const byPlace = new Map(marks.map(own => [`${own.leaf.file.path}:${own.leaf.node.start + own.start}`, own]))
  return [...byPlace.values()]
}

async function traceUse(
  use: Use,
  { marks, became }: MarkedBuild,
  { partOf, placed }: FilesTracer,
): Promise<readonly Location[] | undefined> {
  const marked = became.get(use)
  const found = marked === undefined ? undefined : kustomizedPieces(marked, use.image, marks)
  if (found === undefined) return undefined
  const { pieces, built } = placed === undefined ? { pieces: found } : await placed(found)
  const scope = { chain: [], leaves: [], chartFile: undefined, helpers: [] }
  return tracedLocations({ image: use.image, pieces, scope, template: undefined, built }, partOf(use))
}

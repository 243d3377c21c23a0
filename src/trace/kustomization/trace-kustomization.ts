import type { KustomizeSource } from '../../discover/types.ts'
import type { ResourceTable } from '../../extract/custom-resources/table.ts'
import type { Use } from '../../extract/types.ts'
import type { Rendered } from '../../render/types.ts'
import type { World } from '../../world.ts'
import { type KustomizationFile, kustomizationFiles } from './kustomization-files.ts'
import { kustomizationLeaves } from './kustomization-leaves.ts'
import {
  type Choice,
  ImageTexts,
  type Insertion,
  insertionOf,
  kustomizedPieces,
  type Markable,
  matchMarked,
} from './kustomization-marks.ts'
import { imagesAfter } from '../match-uses.ts'
import type { Part } from '../part.ts'
import type { TextFile, TextFiles } from '../text/text-file.ts'
import { tracedLocations } from '../chart/traced-location.ts'
import type { Location } from '../types.ts'
import type { ValueLeaf } from '../chart/value-leaf.ts'

/** Builds a kustomization once more, from copies of its files: texts by root-relative path. */
export type BuildCopy = (source: KustomizeSource, copy: ReadonlyMap<string, string>) => Promise<Rendered>

/** A kustomization whose uses are to be traced. */
export interface KustomizationToTrace {
  readonly source: KustomizeSource
  /** Every use of the kustomization, in the order of its manifests. */
  readonly uses: readonly Use[]
  /** The uses to find a place for. */
  readonly wanted: readonly Use[]
}

/** What tracing works with. */
export interface KustomizationTracer {
  readonly build: BuildCopy
  readonly files: World['files']
  readonly texts: TextFiles
  readonly partOf: (use: Use) => Part
  /** Where custom kinds name images. */
  readonly resources?: ResourceTable | undefined
}

/**
 * Finds the texts behind images: a mark goes into every text that an image may come from, in copies of all files that
 * the kustomization reads; it is built again, and the marks that come out in an image tell which texts gave it. Uses that
 * this can't prove are absent.
 */
export async function traceKustomization(
  kustomization: KustomizationToTrace,
  tracer: KustomizationTracer,
): Promise<ReadonlyMap<string, readonly Location[]>> {
  const built = await buildMarked(kustomization, tracer)
  const traced = kustomization.wanted.map(use => [use.id, built && traceUse(use, built, tracer.partOf(use))] as const)
  return new Map(traced.flatMap(([id, locations]) => (locations === undefined ? [] : [[id, locations] as const])))
}

interface MarkedBuild {
  readonly marks: readonly Markable[]
  /** What the image of each use became. */
  readonly became: ReadonlyMap<Use, string>
}

async function buildMarked(
  { source, uses, wanted }: KustomizationToTrace,
  { build, files, texts, resources }: KustomizationTracer,
): Promise<MarkedBuild | undefined> {
  const read = await kustomizationFiles(source.path, { files, texts })
  if (read === undefined) return undefined
  const leaves = read.flatMap(kustomizationLeaves)
  const images = new ImageTexts(wanted.map(({ image }) => image))
  let tried = ''
  for (const choice of ['all', 'telling'] as const) {
    const marks = marksIn(leaves, images, choice)
    const key = marks.map(({ leaf, start }) => `${leaf.file.path}:${leaf.node.start + start}`).join(' ')
    if (marks.length === 0 || key === tried) return undefined
    tried = key
    const rendered = await build(source, markedCopy(read, leaves, marks))
    const became = rendered.kind === 'rendered' ? imagesAfter(uses, rendered, resources) : undefined
    if (became !== undefined && wanted.every(use => traces(use, { marks, became }))) return { marks, became }
    if (became !== undefined && choice === 'telling') return { marks, became }
  }
  return undefined
}

function traces(use: Use, { marks, became }: MarkedBuild): boolean {
  return kustomizedPieces(became.get(use) ?? '', use.image, marks) !== undefined
}

/** Each place once, though aliases lead to it more often. */
function marksIn(leaves: readonly ValueLeaf[], images: ImageTexts, choice: Choice): readonly Markable[] {
  const names = new Set(leaves.filter(leaf => matchMarked(leaf) !== undefined))
  const marks = leaves.filter(leaf => !names.has(leaf)).flatMap(leaf => images.markable(leaf, choice))
  const byPlace = new Map(marks.map(mark => [`${mark.leaf.file.path}:${mark.leaf.node.start + mark.start}`, mark]))
  return [...byPlace.values()]
}

function markedCopy(
  read: readonly KustomizationFile[],
  leaves: readonly ValueLeaf[],
  marks: readonly Markable[],
): ReadonlyMap<string, string> {
  const insertions = new Map<TextFile, Map<number, Insertion>>(read.map(({ file }) => [file, new Map()]))
  for (const [index, mark] of marks.entries()) add(insertions, mark.leaf.file, insertionOf(mark, index))
  for (const leaf of leaves) add(insertions, leaf.file, matchMarked(leaf))
  return new Map([...insertions].map(([file, own]) => [file.path, inserted(file.text, [...own.values()])]))
}

function add(all: Map<TextFile, Map<number, Insertion>>, file: TextFile, insertion: Insertion | undefined): void {
  if (insertion !== undefined) all.get(file)?.set(insertion.at, insertion)
}

function inserted(text: string, insertions: readonly Insertion[]): string {
  let from = 0
  const pieces = insertions
    .toSorted((a, b) => a.at - b.at)
    .flatMap(({ at, text: own }) => {
      const piece = [text.slice(from, at), own]
      from = at
      return piece
    })
  return [...pieces, text.slice(from)].join('')
}

function traceUse(use: Use, { marks, became }: MarkedBuild, part: Part): readonly Location[] | undefined {
  const marked = became.get(use)
  const pieces = marked === undefined ? undefined : kustomizedPieces(marked, use.image, marks)
  const scope = { chain: [], leaves: [], chartFile: undefined, helpers: [] }
  return pieces && tracedLocations({ image: use.image, pieces, scope, template: undefined }, part)
}

import type { ChartSource } from '../../discover/types.ts'
import type { ResourceTable } from '../../extract/custom-resources/table.ts'
import type { Use } from '../../extract/types.ts'
import type { Rendered } from '../../render/types.ts'
import type { ChartScope, ChartScopes } from './chart-scope.ts'
import { leavesToMark } from './leaves-to-mark.ts'
import { type Mark, mark, type MarkedPiece, piecesOf } from './mark.ts'
import { type MarkedOptions, markedOptions } from './marked-values.ts'
import { imagesAfter } from '../match-uses.ts'
import type { Part } from '../part.ts'
import type { TextFile, TextFiles } from '../text/text-file.ts'
import { tracedLocations } from './traced-location.ts'
import type { Location } from '../types.ts'
import type { ValueLeaf } from '../value-leaf.ts'

/** Renders a chart once more, with marks in its values. */
export type RenderMarked = (source: ChartSource, marked: MarkedOptions) => Promise<Rendered>

/** A chart whose uses are to be traced. */
export interface ChartToTrace {
  readonly source: ChartSource
  /** Every use of the chart, in the order of its manifests. */
  readonly uses: readonly Use[]
  /** The uses to find a place for. */
  readonly wanted: readonly Use[]
}

/** What tracing works with. */
export interface Tracer {
  readonly render: RenderMarked
  readonly scopes: ChartScopes
  readonly files: TextFiles
  readonly partOf: (use: Use) => Part
  /** Finds the values that stand in objects which kustomizations give. */
  readonly traceBuilt?: ((values: readonly ValueLeaf[]) => Promise<ReadonlyMap<ValueLeaf, Location>>) | undefined
  /** Where custom kinds name images. */
  readonly resources?: ResourceTable | undefined
}

/**
 * Finds the values behind images: a mark goes into every value that an image may come from, the chart is rendered again,
 * and the marks that come out in an image tell which values gave it. Uses that this can't prove are absent.
 */
export async function traceChart(
  chart: ChartToTrace,
  tracer: Tracer,
): Promise<ReadonlyMap<string, readonly Location[]>> {
  const scopes = new Map<Use, ChartScope>()
  for (const use of chart.wanted) scopes.set(use, await tracer.scopes.scopeOf(chart.source, use))
  const render = await renderMarked(chart, [...new Set(scopes.values())], tracer)
  if (render === undefined) return new Map()
  const pieces = new Map([...scopes.keys()].map(use => [use, piecesIn(use, render)] as const))
  const leaves = [...pieces.values()].flatMap(own => own?.map(({ leaf }) => leaf) ?? [])
  const inBuilt = leaves.filter(({ elsewhere }) => elsewhere?.kind === 'built')
  const built = inBuilt.length === 0 ? undefined : await tracer.traceBuilt?.(inBuilt)
  const found = [...scopes].map(async ([use, scope]) => {
    const own = pieces.get(use)
    const template = await templateOf(use, tracer.files)
    const traced = own && tracedLocations({ image: use.image, pieces: own, scope, template, built }, tracer.partOf(use))
    return traced === undefined ? [] : [[use.id, traced] as const]
  })
  return new Map((await Promise.all(found)).flat())
}

interface MarkedRender {
  readonly marks: readonly Mark[]
  /** What the image of each use became. */
  readonly became: ReadonlyMap<Use, string>
}

async function renderMarked(
  { source, uses, wanted }: ChartToTrace,
  scopes: readonly ChartScope[],
  { render, resources }: Tracer,
): Promise<MarkedRender | undefined> {
  const leaves = scopes.flatMap(scope => scope.leaves)
  const images = [...new Set(wanted.map(({ image }) => image))]
  for (const choice of ['all', 'telling'] as const) {
    const marks = leavesToMark(leaves, images, choice).map(mark)
    const rendered = marks.length === 0 ? undefined : await render(source, markedOptions(marks, source.options))
    if (rendered?.kind !== 'rendered') continue
    const became = imagesAfter(uses, rendered, resources)
    if (wanted.every(use => became.has(use)) || choice === 'telling') return { marks, became }
  }
  return undefined
}

function piecesIn(use: Use, { marks, became }: MarkedRender): readonly MarkedPiece[] | undefined {
  const marked = became.get(use)
  return marked === undefined ? undefined : piecesOf(marked, use.image, marks)
}

async function templateOf({ document: { origin } }: Use, files: TextFiles): Promise<TextFile | undefined> {
  return origin.file === undefined ? undefined : files.read(origin.file)
}

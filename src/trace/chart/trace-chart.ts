import type { ChartSource } from '../../discover/types.ts'
import type { ResourceTable } from '../../extract/custom-resources/table.ts'
import type { Use } from '../../extract/types.ts'
import type { Rendered } from '../../render/types.ts'
import type { ChartScope, ChartScopes } from './chart-scope.ts'
import { leavesToMark } from './leaves-to-mark.ts'
import { type Mark, mark, piecesOf } from './mark.ts'
import { markedValues } from './marked-values.ts'
import { imagesAfter } from '../match-uses.ts'
import type { Part } from '../part.ts'
import type { TextFiles } from '../text/text-file.ts'
import { tracedLocations } from './traced-location.ts'
import type { Location } from '../types.ts'

/** Renders a chart once more, with a values file (its text) over all others. */
export type RenderMarked = (source: ChartSource, values: string) => Promise<Rendered>

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
  const found = new Map<string, readonly Location[]>()
  if (render === undefined) return found
  for (const [use, scope] of scopes) {
    const locations = await traceUse(use, { ...render, scope, tracer })
    if (locations !== undefined) found.set(use.id, locations)
  }
  return found
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
    const rendered = marks.length === 0 ? undefined : await render(source, markedValues(marks))
    if (rendered?.kind !== 'rendered') continue
    const became = imagesAfter(uses, rendered, resources)
    if (wanted.every(use => became.has(use)) || choice === 'telling') return { marks, became }
  }
  return undefined
}

async function traceUse(
  use: Use,
  { marks, became, scope, tracer }: MarkedRender & { readonly scope: ChartScope; readonly tracer: Tracer },
): Promise<readonly Location[] | undefined> {
  const path = use.document.origin.file
  const template = path === undefined ? undefined : await tracer.files.read(path)
  const marked = became.get(use)
  const pieces = marked === undefined ? undefined : piecesOf(marked, use.image, marks)
  if (pieces === undefined) return undefined
  return tracedLocations({ image: use.image, pieces, scope, template }, tracer.partOf(use))
}

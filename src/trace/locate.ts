import type { DeliveredSource, Source } from '../discover/types.ts'
import type { Inventory, Use } from '../extract/types.ts'
import type { Finding, Judgement } from '../judge/types.ts'
import type { Rendered } from '../render/types.ts'
import type { World } from '../world.ts'
import { ChartLocations } from './chart-location.ts'
import { ChartScopes } from './chart-scope.ts'
import { kustomizationLocation } from './kustomization-location.ts'
import { ManifestLocations } from './manifest-location.ts'
import { partsOf } from './part.ts'
import { TextFiles } from './text-file.ts'
import { type RenderMarked, type Tracer, traceChart } from './trace-chart.ts'
import type { Location } from './types.ts'

/** What was found before tracing. */
export interface LocateRequest {
  readonly inventory: Pick<Inventory, 'uses'>
  readonly judgement: Pick<Judgement, 'findings'>
  readonly rendered: readonly Pick<Rendered, 'source'>[]
  /** How to render a chart once more; without it, places in charts are found by reading alone. */
  readonly renderMarked?: RenderMarked | undefined
}

/** The places to edit for each use, by its id: the main one first, then those that give the rest of the image. */
export interface UseLocations {
  readonly uses: ReadonlyMap<string, readonly Location[]>
}

/** Finds the place to edit for each use. Only charts with findings are rendered again. */
export async function locate(request: LocateRequest, world: Pick<World, 'files'>): Promise<UseLocations> {
  const { inventory, judgement, rendered, renderMarked } = request
  const sources = new Map(rendered.map(({ source }) => [source.id, source]))
  const parts = partsOf(judgement.findings)
  const files = new TextFiles(world.files)
  const scopes = new ChartScopes(files)
  const tracer = { files, scopes, partOf: (use: Use) => parts.get(use.id) ?? ('tag' as const) }
  const read = createReader(tracer)
  const uses = new Map<string, readonly Location[]>()
  for (const use of inventory.uses) uses.set(use.id, [await read(use, sources.get(use.source))])
  if (renderMarked === undefined) return { uses }
  const traced = await traceCharts({ request, sources, tracer: { ...tracer, render: renderMarked } })
  return { uses: new Map([...uses, ...traced]) }
}

type Reader = (use: Use, source: Source | undefined) => Location | Promise<Location>

function createReader({ files, scopes, partOf }: Omit<Tracer, 'render'>): Reader {
  const manifests = new ManifestLocations()
  const charts = new ChartLocations(files, scopes)
  return (use, source) => {
    if (use.document.origin.verbatim) return manifests.locate(use)
    if (source !== undefined && 'inner' in source) return delivered(source, use)
    if (source?.kind === 'helm' && source.remote === undefined) return charts.locate(use, source, partOf(use))
    if (source?.kind === 'kustomize') return kustomizationLocation(source, files)
    const file = use.document.origin.file ?? source?.definedAt?.file ?? source?.path ?? use.source
    return { file, confidence: 'file' }
  }
}

/** The object that delivers the use: its values, its chart's version or its patches are what a person edits. */
function delivered({ definedAt, path }: DeliveredSource, { document }: Use): Location {
  const at = definedAt ?? { file: path }
  const isInOwnFile = document.origin.file !== undefined && at.line === undefined
  return { file: isInOwnFile ? (document.origin.file ?? at.file) : at.file, line: at.line, confidence: 'file' }
}

async function traceCharts({
  request,
  sources,
  tracer,
}: {
  readonly request: LocateRequest
  readonly sources: ReadonlyMap<string, Source>
  readonly tracer: Tracer
}): Promise<readonly (readonly [string, readonly Location[]])[]> {
  const blamed = new Set(request.judgement.findings.flatMap(({ uses }: Finding) => uses))
  const bySource = Map.groupBy(request.inventory.uses, use => use.source)
  const traces = [...bySource].map(async ([id, uses]) => {
    const source = sources.get(id)
    const wanted = uses.filter(use => blamed.has(use.id))
    if (source?.kind !== 'helm' || source.remote !== undefined || wanted.length === 0) return []
    return [...(await traceChart({ source, uses, wanted }, tracer))]
  })
  return (await Promise.all(traces)).flat()
}

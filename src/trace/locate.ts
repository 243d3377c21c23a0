import type { DeliveredSource, RenderableSource, Source } from '../discover/types.ts'
import type { ResourceTable } from '../extract/custom-resources/table.ts'
import type { Inventory, Use } from '../extract/types.ts'
import type { Finding, Judgement } from '../judge/types.ts'
import type { Rendered } from '../render/types.ts'
import type { World } from '../world.ts'
import { ChartLocations } from './chart/chart-location.ts'
import { ChartScopes } from './chart/chart-scope.ts'
import { kustomizationLocation } from './kustomization/kustomization-location.ts'
import { ManifestLocations } from './manifest-location.ts'
import { partsOf } from './part.ts'
import { TextFiles } from './text/text-file.ts'
import { type ChartToTrace, type RenderMarked, type Tracer, traceChart } from './chart/trace-chart.ts'
import { type BuildCopy, traceKustomization } from './kustomization/trace-kustomization.ts'
import type { Location } from './types.ts'

/** What was found before tracing. */
export interface LocateRequest {
  readonly inventory: Pick<Inventory, 'uses'>
  readonly judgement: Pick<Judgement, 'findings'>
  readonly rendered: readonly Pick<Rendered, 'source'>[]
  /** How to render a chart once more; without it, places in charts are found by reading alone. */
  readonly renderMarked?: RenderMarked | undefined
  /** How to build a kustomization once more; without it, only its file is told. */
  readonly buildCopy?: BuildCopy | undefined
  /** Where custom kinds name images. */
  readonly resources?: ResourceTable | undefined
  /** Whether uses without a finding are traced too. */
  readonly traceAll?: boolean | undefined
}

/** The places to edit for each use, by its id: the main one first, then those that give the rest of the image. */
export interface UseLocations {
  readonly uses: ReadonlyMap<string, readonly Location[]>
}

/** Finds the place to edit for each use. Only what has findings is rendered again, unless all are to be traced. */
export async function locate(request: LocateRequest, world: Pick<World, 'files'>): Promise<UseLocations> {
  const { inventory, judgement, rendered } = request
  const sources = new Map(rendered.map(({ source }) => [source.id, source]))
  const parts = partsOf(judgement.findings)
  const files = new TextFiles(world.files)
  const scopes = new ChartScopes(files)
  const partOf = (use: Use) => parts.get(use.id) ?? ('tag' as const)
  const tracer = { files, scopes, partOf, resources: request.resources }
  const read = createReader(tracer)
  const uses = new Map<string, readonly Location[]>()
  for (const use of inventory.uses) uses.set(use.id, [await read(use, sources.get(use.source))])
  return { uses: new Map([...uses, ...(await traceSources({ request, sources, tracer, world }))]) }
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

interface Traces {
  readonly request: LocateRequest
  readonly sources: ReadonlyMap<string, Source>
  readonly tracer: Omit<Tracer, 'render'>
  readonly world: Pick<World, 'files'>
}

async function traceSources({ request, sources, ...tools }: Traces): Promise<readonly Traced[]> {
  const { judgement, traceAll = false } = request
  const blamed = new Set(judgement.findings.flatMap(({ uses }: Finding) => uses))
  const bySource = Map.groupBy(request.inventory.uses, use => use.source)
  const trace = createTrace({ request, ...tools })
  const traces = [...bySource].map(async ([id, uses]) => {
    const wanted = uses.filter(use => traceAll || blamed.has(use.id))
    const source = sources.get(id)
    return source === undefined || wanted.length === 0 ? [] : [...(await trace(source, { uses, wanted }))]
  })
  return (await Promise.all(traces)).flat()
}

type Traced = readonly [string, readonly Location[]]

type Trace = (source: Source, uses: Pick<ChartToTrace, 'uses' | 'wanted'>) => Promise<Iterable<Traced>>

function createTrace({ request, tracer, world: { files } }: Omit<Traces, 'sources'>): Trace {
  const { renderMarked, buildCopy } = request
  return async (source, uses) => {
    const inner = traceable(source)
    if (inner?.kind === 'helm' && renderMarked !== undefined)
      return traceChart({ source: inner, ...uses }, { ...tracer, render: renderMarked })
    if (inner?.kind === 'kustomize' && buildCopy !== undefined)
      return traceKustomization({ source: inner, ...uses }, { ...tracer, texts: tracer.files, files, build: buildCopy })
    return []
  }
}

/**
 * What is rendered again for a source. What Argo CD or Flux lays over it is not: an overlay that sets the very text that
 * stands below would go unseen.
 */
function traceable(source: Source): RenderableSource | undefined {
  switch (source.kind) {
    case 'helm':
      return source.remote === undefined ? source : undefined
    case 'kustomize':
      return source
    case 'argocd':
    case 'flux':
      return Object.keys(source.overlay ?? {}).length === 0 ? source.inner : undefined
    case 'manifests':
    case 'unresolved':
      return undefined
  }
}

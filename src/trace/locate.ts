import type { DeliveredSource, Source } from '../discover/types.ts'
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
import { type SourceTracer, type TraceRenderers, traceSource } from './trace-source.ts'
import type { Location } from './types.ts'

/** What was found before tracing. */
export interface LocateRequest extends TraceRenderers {
  readonly inventory: Pick<Inventory, 'uses'>
  readonly judgement: Pick<Judgement, 'findings'>
  readonly rendered: readonly Pick<Rendered, 'source'>[]
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
  const tracer = { files, scopes, partOf, resources: request.resources, world }
  const read = createReader(tracer)
  const uses = new Map<string, readonly Location[]>()
  for (const use of inventory.uses) uses.set(use.id, [await read(use, sources.get(use.source))])
  const found = new Map([...uses, ...(await traceSources({ request, sources, tracer }))])
  return { uses: new Map([...found].map(([id, locations]) => [id, locations.map(ofRepository)])) }
}

// what the call names elsewhere is no line of this repository, which an edit or a comment could be made at
function ofRepository(location: Location): Location {
  const { file, line, path, confidence } = location
  const isElsewhere = confidence === 'exact' && /^(?:\.\.(?:\/|$)|\/|[A-Za-z]:)/.test(file)
  return isElsewhere ? { file, line, path, confidence: 'file' } : location
}

type Reader = (use: Use, source: Source | undefined) => Location | Promise<Location>

function createReader({ files, scopes, partOf }: SourceTracer): Reader {
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
  readonly tracer: SourceTracer
}

async function traceSources({ request, sources, tracer }: Traces): Promise<readonly Traced[]> {
  const { judgement, traceAll = false } = request
  const blamed = new Set(judgement.findings.flatMap(({ uses }: Finding) => uses))
  const bySource = Map.groupBy(request.inventory.uses, use => use.source)
  const traces = [...bySource].map(async ([id, uses]) => {
    const wanted = uses.filter(use => traceAll || blamed.has(use.id))
    const source = sources.get(id)
    if (source === undefined || wanted.length === 0) return []
    return [...(await traceSource(source, { uses, wanted }, { renderers: request, tracer }))]
  })
  return (await Promise.all(traces)).flat()
}

type Traced = readonly [string, readonly Location[]]

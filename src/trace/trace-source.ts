import type { DeliveredSource, Source } from '../discover/types.ts'
import type { ManifestSource, RenderableSource } from '../discover/types.ts'
import type { Rendered } from '../render/types.ts'
import type { World } from '../world.ts'
import { type RenderMarked, traceChart, type Tracer } from './chart/trace-chart.ts'
import { builtTracer } from './delivery/built-tracer.ts'
import { traceOverlay } from './delivery/trace-overlay.ts'
import { traceFiles, type UsesToTrace } from './kustomization/trace-files.ts'
import { type BuildCopy, traceKustomization } from './kustomization/trace-kustomization.ts'
import type { Location } from './types.ts'

/** How sources are rendered once more. What has none is only read. */
export interface TraceRenderers {
  readonly renderMarked?: RenderMarked | undefined
  readonly buildCopy?: BuildCopy | undefined
  readonly delivery?: DeliveryCopy | undefined
}

/** How deliveries are rendered once more: `render` takes the place of what renders their sources. */
export interface DeliveryCopy {
  readonly deliver: (
    source: DeliveredSource,
    render?: (inner: RenderableSource) => Promise<Rendered>,
  ) => Promise<Rendered>
  readonly readCopy: (source: ManifestSource, copy: ReadonlyMap<string, string>) => Promise<Rendered>
}

/** What tracing works with. */
export interface SourceTracer extends Omit<Tracer, 'render' | 'traceBuilt'> {
  readonly world: Pick<World, 'files'>
}

type Traced = ReadonlyMap<string, readonly Location[]>

const nothing: Traced = new Map()

/** Finds the places of the wanted uses of a source by rendering it once more; what can't be proven is absent. */
export async function traceSource(
  source: Source,
  uses: UsesToTrace,
  tools: { readonly renderers: TraceRenderers; readonly tracer: SourceTracer },
): Promise<Traced> {
  const { renderers, tracer } = tools
  switch (source.kind) {
    case 'helm':
    case 'kustomize':
      return traceRenderable(source, uses, tools)
    case 'argocd':
    case 'flux':
      return renderers.delivery === undefined
        ? traceRenderable(source.inner, uses, { renderers: hasLayers(source) ? {} : renderers, tracer })
        : traceDelivery(source, uses, { ...tools, delivery: renderers.delivery })
    case 'manifests':
    case 'unresolved':
      return nothing
  }
}

function hasLayers({ overlay = {}, substitution }: DeliveredSource): boolean {
  return Object.keys(overlay).length > 0 || substitution !== undefined
}

type Tools = Parameters<typeof traceSource>[2]

async function traceRenderable(
  source: RenderableSource,
  uses: UsesToTrace,
  { renderers: { renderMarked, buildCopy }, tracer }: Tools,
): Promise<Traced> {
  const { world, files: texts, ...rest } = tracer
  const building = buildCopy && { texts, files: world.files, build: buildCopy }
  if (source.kind === 'helm' && renderMarked !== undefined) {
    const traceBuilt = building && builtTracer(building)
    return traceChart({ source, ...uses }, { ...tracer, render: renderMarked, traceBuilt })
  }
  if (source.kind === 'kustomize' && building !== undefined)
    return traceKustomization({ source, ...uses }, { ...rest, ...building })
  return nothing
}

/** First what lies over the source, since it may give the very text that stands below; then the source itself. */
async function traceDelivery(
  source: DeliveredSource,
  uses: UsesToTrace,
  tools: Tools & { readonly delivery: DeliveryCopy },
): Promise<Traced> {
  const { delivery, tracer, renderers } = tools
  if (!hasLayers(source)) return traceRenderable(source.inner, uses, tools)
  const { world, files: texts, partOf, resources } = tracer
  const traceBuilt = renderers.buildCopy && builtTracer({ texts, files: world.files, build: renderers.buildCopy })
  const { deliver } = delivery
  const above = await traceOverlay(source, uses, { deliver, texts, traceBuilt, partOf, resources })
  if (above.untouched.length === 0) return above.locations
  const below = await traceBelow(source, { uses: uses.uses, wanted: above.untouched }, tools)
  return new Map([...below, ...above.locations])
}

/** The source of a delivery, with all that lies over it as it is. */
async function traceBelow(
  source: DeliveredSource,
  uses: UsesToTrace,
  { delivery, ...tools }: Tools & { readonly delivery: DeliveryCopy },
): Promise<Traced> {
  const { renderMarked, buildCopy } = tools.renderers
  const { inner } = source
  const over = (render: () => Promise<Rendered>) => delivery.deliver(source, render)
  if (inner.kind !== 'manifests') {
    const renderers: TraceRenderers = {
      renderMarked: renderMarked && ((chart, marked) => over(() => renderMarked(chart, marked))),
      buildCopy: buildCopy && ((own, copy) => over(() => buildCopy(own, copy))),
    }
    return traceRenderable(inner, uses, { ...tools, renderers })
  }
  const read = await Promise.all(inner.files.map(path => tools.tracer.files.read(path)))
  const files = read.flatMap(file => (file === undefined ? [] : [{ file, isKustomization: false }]))
  const render = (copy: ReadonlyMap<string, string>) => over(() => delivery.readCopy(inner, copy))
  return (await traceFiles({ files, ...uses }, { ...tools.tracer, render })).locations
}

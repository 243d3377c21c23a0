import { join } from 'node:path/posix'
import { listOf, valueAt } from '../../extract/document/untyped.ts'
import { chartSource, releaseName } from '../charts/chart-source.ts'
import { resolvePath } from '../survey/root-path.ts'
import type { ChartOptions, ChartSource, DeliveredSource, Source, SourceGap, UnresolvedSource } from '../types.ts'
import type { DeliveryContext } from './context.ts'
import { delivered, unresolved } from './delivered.ts'
import type { Delivery } from './delivered.ts'
import { listed, mergedFields, pick, stringAt } from './fields.ts'
import { chartPlace } from './flux-chart-place.ts'
import type { ChartPlace } from './flux-chart-place.ts'
import { releaseValues } from './flux-values.ts'
import type { DeliveryObject } from './objects.ts'
import { writtenFields } from './written-text.ts'

/** What a Flux HelmRelease applies (https://fluxcd.io/flux/components/helm/helmreleases/). */
export async function helmReleaseSources(object: DeliveryObject, context: DeliveryContext): Promise<readonly Source[]> {
  const delivery: Delivery = { kind: 'flux', object }
  const spec = valueAt(object.body, 'spec')
  const place = await chartPlace(object, context)
  if (place.kind === 'elsewhere') return [unresolved(delivery, place)]
  const { inline, set, writtenAt, gaps } = releaseValues(object, context)
  const files = await valuesFiles(place, { spec, context })
  const target = stringAt(spec, 'targetNamespace')
  const namespace = target ?? object.namespace ?? 'default'
  const name = target === undefined ? object.name : `${target}-${object.name}`
  const options: ChartOptions = {
    values: files.values,
    inline,
    set,
    release: releaseName(stringAt(spec, 'releaseName') ?? name),
    namespace,
    apiVersions: [],
  }
  const found = await chartAt(place, options, context)
  const chart = found.kind === 'helm' ? { ...found, writtenAt } : found
  const overlay = overlayOf(object)
  return [delivered(delivery, chart, { namespace, ...overlay, gaps: [...gaps, ...files.gaps] })]
}

async function chartAt(
  place: Exclude<ChartPlace, { kind: 'elsewhere' }>,
  options: ChartOptions,
  { files }: DeliveryContext,
): Promise<ChartSource | UnresolvedSource> {
  if (place.kind === 'remote')
    return { kind: 'helm', id: '', label: '', path: place.shown, remote: place.chart, options }
  const found = await chartSource(files, place.path, { values: [], set: [], apiVersions: [] })
  const replacesValues = place.valuesFiles.length > 0 ? true : undefined
  return found.kind === 'helm' ? { ...found, options, replacesValues } : found
}

/** Values files in the chart itself, or in the repository that holds it. */
async function valuesFiles(
  place: Exclude<ChartPlace, { kind: 'elsewhere' }>,
  { spec, context: { files } }: { readonly spec: unknown; readonly context: DeliveryContext },
): Promise<{ readonly values: readonly string[]; readonly gaps: readonly SourceGap[] }> {
  const named = place.valuesFiles.filter(file => file !== 'values.yaml')
  const gap = (detail: string): SourceGap => ({ why: 'values-elsewhere', detail })
  if (place.kind === 'remote') return { values: [], gaps: named.map(gap) }
  const located = place.valuesFiles.flatMap(file => resolvePath('.', join('.', file)) ?? [])
  if (valueAt(spec, 'chart', 'spec', 'ignoreMissingValuesFiles') !== true) return { values: located, gaps: [] }
  const kinds = await Promise.all(located.map(file => files.kind(file)))
  return { values: located.filter((_, index) => kinds[index] === 'file'), gaps: [] }
}

const overlayKeys = ['images', 'patches', 'patchesStrategicMerge', 'patchesJson6902']

/** Post-renderers that Flux itself runs, one after the other: of several, the lists are put together. */
function overlayOf(object: DeliveryObject): Pick<DeliveredSource, 'overlay' | 'overlayAt'> {
  const renderers = listOf(valueAt(object.body, 'spec', 'postRenderers')).map((renderer, index) => {
    const fields = pick(valueAt(renderer, 'kustomize'), overlayKeys)
    return { fields, at: writtenFields(object, ['spec', 'postRenderers', index, 'kustomize'], fields) }
  })
  const keys = overlayKeys.filter(key => renderers.some(({ fields }) => key in fields))
  const withKey = (key: string) => renderers.filter(({ fields }) => key in fields)
  const lists = keys.map(key =>
    listed(
      key,
      withKey(key).flatMap(({ fields }) => listOf(fields[key])),
    ),
  )
  // an item's position is that of the list in the object only where there is one list
  const places = keys.flatMap(key => {
    const [only, another] = withKey(key)
    const at = another === undefined ? only?.at[key] : undefined
    return at === undefined ? [] : [[key, at] as const]
  })
  return { overlay: mergedFields(lists), overlayAt: Object.fromEntries(places) }
}

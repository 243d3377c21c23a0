import { valueAt } from '../../extract/document/untyped.ts'
import type { RemoteChart } from '../../fetch/types.ts'
import type { SourceGap } from '../types.ts'
import type { DeliveryContext } from './context.ts'
import { stringAt, stringsAt } from './fields.ts'
import { localPath } from './local-path.ts'
import type { DeliveryObject } from './objects.ts'
import { gitPlace, sourceObject } from './source-object.ts'
import type { SourceReference } from './source-object.ts'

/** Where a HelmRelease's chart is to be had, and the values files in it that are to be used. */
export type ChartPlace =
  | { readonly kind: 'local'; readonly path: string; readonly valuesFiles: readonly string[] }
  | {
      readonly kind: 'remote'
      readonly chart: RemoteChart
      readonly shown: string
      readonly valuesFiles: readonly string[]
    }
  | ({ readonly kind: 'elsewhere' } & SourceGap)

/** Reads `chart.spec`, or `chartRef` to an OCIRepository or HelmChart. */
export async function chartPlace({ body, namespace }: DeliveryObject, context: DeliveryContext): Promise<ChartPlace> {
  const reference = valueAt(body, 'spec', 'chartRef')
  if (reference === undefined) return ofTemplate(valueAt(body, 'spec', 'chart', 'spec'), namespace, context)
  const object = sourceObject({ reference, namespace }, context)
  if (object === undefined) return unknownSource(reference)
  if (object.kind === 'OCIRepository') return ofArtifact(object)
  return ofTemplate(valueAt(object.body, 'spec'), object.namespace, context)
}

/** `spec` of a HelmChart: a name in a repository, or a path in a git repository. */
async function ofTemplate(spec: unknown, namespace: string | undefined, context: DeliveryContext): Promise<ChartPlace> {
  const reference: SourceReference = { reference: valueAt(spec, 'sourceRef'), namespace }
  const name = stringAt(spec, 'chart') ?? ''
  const valuesFiles = stringsAt(spec, 'valuesFiles')
  const object = sourceObject(reference, context)
  const url = stringAt(object?.body, 'spec', 'url')
  const kind = stringAt(reference.reference, 'kind')
  if (kind === 'GitRepository') return inGit(object, name, { valuesFiles, context })
  if (url === undefined || kind !== 'HelmRepository') return unknownSource(reference.reference)
  return { kind: 'remote', chart: inRepository(url, name, stringAt(spec, 'version') ?? ''), shown: url, valuesFiles }
}

async function inGit(
  object: DeliveryObject | undefined,
  path: string,
  { valuesFiles, context }: { readonly valuesFiles: readonly string[]; readonly context: DeliveryContext },
): Promise<ChartPlace> {
  const at = await localPath(gitPlace(object), path, context)
  return at.kind === 'local' ? { ...at, valuesFiles } : at
}

function inRepository(url: string, name: string, version: string): RemoteChart {
  return url.startsWith('oci://')
    ? { kind: 'oci', repository: `${url.slice('oci://'.length).replace(/\/+$/, '')}/${name}`, version }
    : { kind: 'repository', url, name, version }
}

function ofArtifact({ body }: DeliveryObject): ChartPlace {
  const url = stringAt(body, 'spec', 'url') ?? ''
  const reference = valueAt(body, 'spec', 'ref')
  const chart: RemoteChart = {
    kind: 'oci',
    repository: url.replace(/^oci:\/\//, ''),
    version: stringAt(reference, 'semver') ?? stringAt(reference, 'tag') ?? '',
    digest: stringAt(reference, 'digest'),
  }
  return { kind: 'remote', chart, shown: url, valuesFiles: [] }
}

function unknownSource(reference: unknown): ChartPlace {
  const detail = `${stringAt(reference, 'kind') ?? 'source'} ${stringAt(reference, 'name') ?? ''}`.trim()
  return { kind: 'elsewhere', why: 'remote-source', detail }
}

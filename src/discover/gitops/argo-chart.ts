import { join } from 'node:path/posix'
import { fieldsOf, listOf, valueAt } from '../../extract/document/untyped.ts'
import type { Fields } from '../../extract/document/untyped.ts'
import type { RemoteChart } from '../../fetch/types.ts'
import { chartSource, releaseName } from '../charts/chart-source.ts'
import { resolvePath } from '../survey/root-path.ts'
import type {
  ChartOptions,
  ChartSource,
  Source,
  SourceGap,
  UnresolvedSource,
  WrittenOptions,
  WrittenText,
} from '../types.ts'
import type { ArgoSource } from './argo-source.ts'
import type { DeliveryContext } from './context.ts'
import { delivered, unresolved } from './delivered.ts'
import { mapsAt, stringAt, stringsAt } from './fields.ts'
import { isKnownRepository, isOwnRepository } from './own-repository.ts'
import { writtenText } from './written-text.ts'

/** The chart of an Application: in a folder of ours, or elsewhere. */
export async function argoChart(
  source: ArgoSource,
  path: string | undefined,
  context: DeliveryContext,
): Promise<Source> {
  const { fields, delivery, release, namespace } = source
  const helm = valueAt(fields, 'helm')
  const { values, gaps } = await valueFiles(source, path, context)
  const options: ChartOptions = {
    values,
    ...inlineOptions(helm),
    release: releaseName(stringAt(helm, 'releaseName') ?? release),
    namespace: stringAt(helm, 'namespace') ?? namespace ?? 'default',
    kubeVersion: stringAt(helm, 'kubeVersion'),
    apiVersions: stringsAt(helm, 'apiVersions'),
  }
  const chart = path === undefined ? remoteChart(source, options) : await localChart(path, options, context)
  if (chart === undefined) {
    return unresolved(delivery, { why: 'remote-source', detail: stringAt(fields, 'repoURL') ?? '' })
  }
  const written = chart.kind === 'helm' ? { ...chart, writtenAt: writtenIn(source, helm) } : chart
  return delivered(delivery, written, { namespace: options.namespace, gaps })
}

async function localChart(
  path: string,
  options: ChartOptions,
  { files }: DeliveryContext,
): Promise<ChartSource | UnresolvedSource> {
  const found = await chartSource(files, path, { values: [], set: [], apiVersions: [] })
  return found.kind === 'helm' ? { ...found, options } : found
}

function remoteChart({ fields }: ArgoSource, options: ChartOptions): ChartSource | undefined {
  const url = stringAt(fields, 'repoURL')
  const name = stringAt(fields, 'chart')
  const version = stringAt(fields, 'targetRevision') ?? ''
  if (url === undefined) return undefined
  const remote: RemoteChart = /^https?:\/\//.test(url)
    ? { kind: 'repository', url, name: name ?? '', version }
    : {
        kind: 'oci',
        repository: [url.replace(/^oci:\/\//, '').replace(/\/+$/, ''), name].filter(Boolean).join('/'),
        version,
      }
  return { kind: 'helm', id: '', label: '', path: url, remote, options }
}

/** `valuesObject` wins over `values`; parameters win over both. */
function inlineOptions(helm: unknown): Pick<ChartOptions, 'inline' | 'set' | 'setString'> {
  const object = fieldsOf(valueAt(helm, 'valuesObject'))
  const text = object === undefined ? stringAt(helm, 'values') : JSON.stringify(object)
  const assignments = parametersOf(helm, parameter => {
    return `${stringAt(parameter, 'name') ?? ''}=${escaped(stringAt(parameter, 'value') ?? '')}`
  })
  return { inline: text === undefined ? [] : [text], ...assignments }
}

/** As Argo CD does it: a comma ends no value, except in a list. */
function escaped(value: string): string {
  return /^\{.*\}$/s.test(value) ? value : value.replace(/(?<!\\),/g, '\\,')
}

function writtenIn({ path, delivery: { object } }: ArgoSource, helm: unknown): WrittenOptions {
  const at = (...keys: WrittenText['path']) => writtenText(object, [...path, 'helm', ...keys])
  const inline = fieldsOf(valueAt(helm, 'valuesObject')) === undefined ? 'values' : 'valuesObject'
  return { inline: [at(inline)], ...parametersOf(helm, (_, index) => at('parameters', index, 'value')) }
}

type Parameters<Item> = Readonly<Record<'set' | 'setString', readonly Item[]>>

/** Something of each parameter, apart for those that are always text. */
function parametersOf<Item>(helm: unknown, take: (parameter: Fields, index: number) => Item): Parameters<Item> {
  const parameters = listOf(valueAt(helm, 'parameters')).flatMap((item, index) => {
    const fields = fieldsOf(item)
    return fields === undefined ? [] : [{ isText: valueAt(fields, 'forceString') === true, it: take(fields, index) }]
  })
  const of = (isText: boolean) => parameters.filter(parameter => parameter.isText === isText).map(({ it }) => it)
  return { set: of(false), setString: of(true) }
}

interface ValueFiles {
  readonly values: readonly string[]
  readonly gaps: readonly SourceGap[]
}

async function valueFiles(source: ArgoSource, path: string | undefined, context: DeliveryContext): Promise<ValueFiles> {
  const helm = valueAt(source.fields, 'helm')
  const ignoresMissing = valueAt(helm, 'ignoreMissingValueFiles') === true
  const values: string[] = []
  const gaps: SourceGap[] = []
  for (const written of stringsAt(helm, 'valueFiles')) {
    const file = locate(written, { source, path, own: context.own })
    const isThere = file !== undefined && (await context.files.kind(file)) === 'file'
    if (isThere) values.push(file)
    else if (file === undefined || isGuess(written, context)) gaps.push({ why: 'values-elsewhere', detail: written })
    else if (!ignoresMissing) values.push(file)
  }
  for (const parameter of mapsAt(helm, 'fileParameters')) {
    gaps.push({ why: 'values-elsewhere', detail: stringAt(parameter, 'path') ?? '' })
  }
  return { values, gaps }
}

/** A repository that was only taken for the own one need not hold the file. */
function isGuess(written: string, { own }: DeliveryContext): boolean {
  return written.startsWith('$') && !isKnownRepository(own)
}

interface Around {
  readonly source: ArgoSource
  readonly path: string | undefined
  readonly own: string | undefined
}

/** `$ref/x.yaml` is told from the root of that source's repository, `/x.yaml` from the own one, else from the chart. */
function locate(written: string, { source, path, own }: Around): string | undefined {
  const [, ref, inRef] = /^\$([\w-]+)\/(.+)$/.exec(written) ?? []
  if (ref !== undefined && inRef !== undefined) {
    const url = source.refs.get(ref)
    return url !== undefined && isOwnRepository(url, own) ? resolvePath('.', join('.', inRef)) : undefined
  }
  if (path === undefined || /^[a-z][a-z0-9+.-]*:\/\//i.test(written)) return undefined
  return written.startsWith('/') ? resolvePath('.', `.${written}`) : resolvePath(path, written)
}

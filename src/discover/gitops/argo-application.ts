import { valueAt } from '../../extract/document/untyped.ts'
import type { Fields } from '../../extract/document/untyped.ts'
import type { Source } from '../types.ts'
import { argoChart } from './argo-chart.ts'
import { argoDirectory } from './argo-directory.ts'
import { argoKustomization } from './argo-kustomization.ts'
import type { ArgoSource } from './argo-source.ts'
import type { DeliveryContext } from './context.ts'
import { unresolved } from './delivered.ts'
import type { Delivery } from './delivered.ts'
import { mapsAt, stringAt } from './fields.ts'
import { folderKind } from './folder-kind.ts'
import { localPath } from './local-path.ts'
import type { DeliveryObject } from './objects.ts'
import { isPinned } from './revision.ts'

/** What an Argo CD Application applies (https://argo-cd.readthedocs.io/en/stable/operator-manual/application.yaml). */
export async function applicationSources(object: DeliveryObject, context: DeliveryContext): Promise<readonly Source[]> {
  const spec = valueAt(object.body, 'spec')
  const several = mapsAt(spec, 'sources')
  const fields = several.length > 0 ? several : mapsAt({ one: [valueAt(spec, 'source') ?? drySource(spec)] }, 'one')
  const refs = new Map(fields.map(entry => [stringAt(entry, 'ref') ?? '', urlOfRef(entry)]))
  const namespace = stringAt(spec, 'destination', 'namespace')
  const rendered = fields.filter(
    entry => ['path', 'chart'].some(key => stringAt(entry, key) !== undefined) || isArtifact(entry),
  )
  return Promise.all(
    rendered.map((entry, index) => {
      const path = several.length > 0 ? ['spec', 'sources', several.indexOf(entry)] : ['spec', 'source']
      const part = rendered.length > 1 ? String(index + 1) : undefined
      const delivery: Delivery = { kind: 'argocd', object, part }
      return argoSource({ fields: entry, path, delivery, refs, release: object.name, namespace }, context)
    }),
  )
}

/** Files of a tag or commit are not those that are here. */
function urlOfRef(entry: Fields): string {
  return isPinned(stringAt(entry, 'targetRevision')) ? '' : (stringAt(entry, 'repoURL') ?? '')
}

function drySource(spec: unknown): unknown {
  return valueAt(spec, 'sourceHydrator', 'drySource')
}

/** A chart or manifests in a registry need no path. */
function isArtifact(entry: Fields): boolean {
  return stringAt(entry, 'ref') === undefined && stringAt(entry, 'repoURL')?.startsWith('oci://') === true
}

async function argoSource(source: ArgoSource, context: DeliveryContext): Promise<Source> {
  const { fields, delivery } = source
  const url = stringAt(fields, 'repoURL') ?? ''
  const revision = stringAt(fields, 'targetRevision')
  if (valueAt(fields, 'plugin') !== undefined) {
    return unresolved(delivery, { why: 'unsupported', detail: `${url}: a plugin of Argo CD renders it` })
  }
  if (stringAt(fields, 'chart') !== undefined || isArtifact(fields)) return argoChart(source, undefined, context)
  const at = await localPath({ url, revision }, stringAt(fields, 'path') ?? '.', context)
  if (at.kind === 'elsewhere') return unresolved(delivery, at)
  switch (await kindOf(fields, at.path, context)) {
    case 'chart':
      return argoChart(source, at.path, context)
    case 'kustomization':
      return argoKustomization(source, at.path, context)
    case 'directory':
      return argoDirectory(source, at.path, context)
  }
}

/** Argo CD goes by the tool that the source names, else by what the folder holds. */
async function kindOf(fields: Fields, path: string, { files }: DeliveryContext): ReturnType<typeof folderKind> {
  const found = await folderKind(files, path)
  if (valueAt(fields, 'helm') !== undefined && found !== 'directory') return 'chart'
  return valueAt(fields, 'directory') === undefined ? found : 'directory'
}

import { valueAt } from '../../extract/document/untyped.ts'
import { kustomizeSources } from '../kustomize/kustomize-sources.ts'
import type { Source } from '../types.ts'
import type { ArgoSource } from './argo-source.ts'
import { findComponents } from './components.ts'
import type { DeliveryContext } from './context.ts'
import { delivered, unresolved } from './delivered.ts'
import { listed, pick, stringAt, stringsAt } from './fields.ts'
import { writtenFields } from './written-text.ts'

/** What an Application changes in a kustomization: named as there, but for `images`. */
const overlayKeys = ['namePrefix', 'nameSuffix', 'patches', 'replicas']

/** A kustomization of ours, with what the Application lays over it. */
export async function argoKustomization(source: ArgoSource, path: string, context: DeliveryContext): Promise<Source> {
  const { fields, delivery, namespace } = source
  const { sources } = await kustomizeSources(context.files, [path], new Set([path]))
  const [inner] = sources
  if (inner === undefined) return unresolved(delivery, { why: 'remote-source', detail: path })
  const kustomize = valueAt(fields, 'kustomize')
  const images = stringsAt(kustomize, 'images').map(imageOverride)
  const own = { ...pick(kustomize, overlayKeys), ...listed('images', images) }
  const into = stringAt(kustomize, 'namespace') ?? namespace
  const { folders, gaps } = await findComponents(stringsAt(kustomize, 'components'), path, context)
  const overlay = { ...own, ...pick(kustomize, ['namespace']), ...listed('components', folders) }
  const overlayAt = writtenFields(delivery.object, [...source.path, 'kustomize'], own)
  return delivered(delivery, inner, { overlay, overlayAt, namespace: into, gaps })
}

/** `[old=]new[:tag|@digest]`, as `kustomize edit set image` takes it. */
function imageOverride(text: string): Readonly<Record<string, string>> {
  const [, old, reference = ''] = /^(?:([^=]+)=)?(.+)$/s.exec(text) ?? []
  const [, name = reference, tag, digest] = /^(.+?)(?::([^:/@]+))?(?:@(.+))?$/s.exec(reference) ?? []
  return {
    name: old ?? name,
    ...(old === undefined ? {} : { newName: name }),
    ...(tag === undefined ? {} : { newTag: tag }),
    ...(digest === undefined ? {} : { digest }),
  }
}

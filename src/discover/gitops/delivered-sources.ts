import type { Source } from '../types.ts'
import { applicationSetSources } from './application-set.ts'
import { applicationSources } from './argo-application.ts'
import type { DeliveryContext } from './context.ts'
import { kustomizationSources } from './flux-kustomization.ts'
import { helmReleaseSources } from './flux-helm-release.ts'
import type { DeliveryObject } from './objects.ts'

/** Kustomizations may change the objects of the other kinds, so they come first. */
export type DeliveryPhase = 'kustomizations' | 'all'

/** The sources that the objects of Argo CD and Flux deliver, each once. */
export async function deliveredSources(phase: DeliveryPhase, context: DeliveryContext): Promise<readonly Source[]> {
  const objects = context.objects.filter(object => phase === 'all' || isKustomization(object))
  const distinct = new Map(objects.map(object => [identity(object), object]))
  const found = await Promise.all([...distinct.values()].map(object => sourcesOf(object, context)))
  const ids = new Map<string, number>()
  return found.flat().map(source => {
    const count = (ids.get(source.id) ?? 0) + 1
    ids.set(source.id, count)
    return count === 1 ? source : renamed(source, `${source.id}~${count}`)
  })
}

function renamed(source: Source, id: string): Source {
  return 'inner' in source ? { ...source, id, inner: { ...source.inner, id } } : { ...source, id }
}

function isKustomization({ group, kind }: DeliveryObject): boolean {
  return group === 'kustomize.toolkit.fluxcd.io' && kind === 'Kustomization'
}

/** The same object may be rendered by several sources. */
function identity({ group, kind, namespace, name, body }: DeliveryObject): string {
  return JSON.stringify([group, kind, namespace, name, body['spec']])
}

const kinds: ReadonlySet<string> = new Set(['Kustomization', 'HelmRelease', 'Application', 'ApplicationSet'])

async function sourcesOf(rendered: DeliveryObject, context: DeliveryContext): Promise<readonly Source[]> {
  if (!kinds.has(rendered.kind)) return []
  const written = rendered.kustomization && (await context.definitions.find(rendered, rendered.kustomization))
  const object = written ? { ...rendered, place: written } : rendered
  const madeWith = new Set([...object.madeWith, object.place.file])
  const note: DeliveryContext['note'] = needed => needed.madeWith.forEach(part => madeWith.add(part))
  const sources = await read(object, { ...context, note })
  return sources.map(source => ({ ...source, madeWith: [...madeWith] }))
}

async function read(object: DeliveryObject, context: DeliveryContext): Promise<readonly Source[]> {
  switch (`${object.group}/${object.kind}`) {
    case 'kustomize.toolkit.fluxcd.io/Kustomization':
      return kustomizationSources(object, context)
    case 'helm.toolkit.fluxcd.io/HelmRelease':
      return helmReleaseSources(object, context)
    case 'argoproj.io/Application':
      return applicationSources(object, context)
    case 'argoproj.io/ApplicationSet':
      return applicationSetSources(object, context)
    default:
      return []
  }
}

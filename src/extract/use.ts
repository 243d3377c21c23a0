import type { Document } from '../render/types.ts'
import { fieldText, stableFieldText } from './document/field-text.ts'
import type { KubernetesObject } from './document/kubernetes-objects.ts'
import type { FoundImage } from './pods/pod-images.ts'
import type { FieldPath, Use } from './types.ts'
import { workloadOf } from './pods/workload.ts'

/** An image that was found, and what it was found in. */
export interface ImagePlace {
  readonly found: FoundImage
  readonly object: KubernetesObject
  readonly document: Document
}

/** Path of an image from the root of its document. */
export function documentPath({ object, found }: ImagePlace): FieldPath {
  return [...object.path, ...found.path]
}

/** The use that a found image is. */
export function useOf(place: ImagePlace, id: string, image: string): Use {
  const { found, object, document } = place
  const { source } = document.origin
  const own = workloadOf(object)
  const workload = { ...own, namespace: found.namespace ?? own.namespace }
  const path = documentPath(place)
  const owner = [workload.kind, workload.namespace ?? '', workload.name].join('/')
  const workloadKey = `${owner}#${stableFieldText(object.body, found.path)}`
  return {
    id,
    key: `${source}|${workloadKey}`,
    workloadKey,
    image,
    source,
    workload,
    field: fieldText(path),
    path,
    container: found.container,
    role: found.role,
    pullPolicy: found.pullPolicy,
    pod: found.pod,
    document,
  }
}

import { customResourceImages } from './custom-resources/custom-resource-images.ts'
import type { ResourceTable } from './custom-resources/table.ts'
import type { KubernetesObject } from './document/kubernetes-objects.ts'
import { podSpecPath } from './pods/pod-kinds.ts'
import { type FoundImage, podImages } from './pods/pod-images.ts'
import { valueAt } from './document/untyped.ts'

/** The images of one object of a built-in or known custom kind. `verbatim`: the object stands in a file, where it may be a patch. */
export function objectImages(
  object: KubernetesObject,
  verbatim: boolean,
  resources: ResourceTable,
): readonly FoundImage[] {
  const path = podSpecPath(object.group, object.kind)
  if (path === undefined) return customResourceImages(object, resources.rowsFor(object.group, object.kind))
  return podImages(valueAt(object.body, ...path), {
    path,
    images: verbatim && lacksRequired(object) ? 'optional' : 'required',
    volumes: object.kind === 'Pod' ? 'required' : 'optional',
  })
}

// without these the API refuses the object, so a file that lacks them is a patch over another one
function lacksRequired({ group, kind, apiVersion, body }: KubernetesObject): boolean {
  if (kind === 'CronJob') return valueAt(body, 'spec', 'schedule') === undefined
  const hasSelector = group === 'apps' && apiVersion !== 'apps/v1beta1'
  return hasSelector && valueAt(body, 'spec', 'selector') === undefined
}

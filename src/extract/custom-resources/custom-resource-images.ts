import type { KubernetesObject } from '../document/kubernetes-objects.ts'
import { containerImages, type FoundImage, podImages } from '../pods/pod-images.ts'
import { valueAt } from '../document/untyped.ts'
import { composedImages } from './composed-image.ts'
import { expandPath, type Reached } from './expand-path.ts'
import { noPod, podSetting } from './pod-setting.ts'
import { type CustomResourceRow, mostImages } from './types.ts'

/**
 * The images of an object of a known custom kind, each field once; of too many, one more than count. What is left out, the operator fills in; what holds a
 * placeholder of the operator's own language (`$(params.x)`, `{{inputs.y}}`) is known only when it runs.
 */
export function customResourceImages(
  { body }: KubernetesObject,
  rows: readonly CustomResourceRow[],
): readonly FoundImage[] {
  if (rows.length === 0) return []
  const setting = podSetting(body, rows)
  const found = rows.flatMap(row => rowImages(body, row)).filter(({ image }) => isKnown(image))
  const byPath = new Map(found.toReversed().map(image => [JSON.stringify(image.path), image]))
  return [...byPath.values()]
    .toReversed()
    .slice(0, mostImages + 1)
    .map(image => ({ ...image, role: 'custom-resource', ...setting(image) }))
}

function rowImages(body: unknown, row: CustomResourceRow): readonly FoundImage[] {
  const at = (paths: readonly string[] = []): readonly Reached[] => paths.flatMap(path => expandPath(body, path))
  return [
    ...at(row.templates).flatMap(({ path, value }) =>
      podAt({ path: [...path, 'spec'], value: valueAt(value, 'spec') }),
    ),
    ...at(row.pods).flatMap(podAt),
    ...at(row.containers).flatMap(({ path, value }) => containerAt(path, value)),
    ...at(row.images).map(({ path, value }) => ({ image: value, path, role: 'custom-resource' as const, pod: noPod })),
    ...(row.composed ?? []).flatMap(names =>
      composedImages(body, names).map(composed => ({ ...composed, role: 'custom-resource' as const, pod: noPod })),
    ),
  ]
}

function podAt({ path, value }: Reached): readonly FoundImage[] {
  return podImages(value, { path, images: 'optional', volumes: 'optional' })
}

function containerAt(path: Reached['path'], value: unknown): readonly FoundImage[] {
  return containerImages([value], { path, role: 'custom-resource', pod: noPod, images: 'optional' }).map(found => ({
    ...found,
    path: [...path, 'image'],
  }))
}

function isKnown(image: unknown): boolean {
  return typeof image === 'string' && image !== '' && !/\$\(|\$\{|\{\{/.test(image)
}

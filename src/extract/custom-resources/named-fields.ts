import type { KubernetesObject } from '../document/kubernetes-objects.ts'
import type { FieldPath } from '../types.ts'
import { customResourceImages } from './custom-resource-images.ts'
import { expandPath } from './expand-path.ts'
import type { CustomResourceRow } from './types.ts'

/** Whether a field of an object is an image that rows name, or a part of one. */
export function namedFields(
  object: KubernetesObject,
  rows: readonly CustomResourceRow[],
): (path: FieldPath) => boolean {
  if (rows.length === 0) return () => false
  const images = new Set(customResourceImages(object, rows).map(({ path }) => keyOf(path)))
  const maps = new Set(
    rows
      .flatMap(({ composed = [] }) => composed.flatMap(({ at }) => expandPath(object.body, at)))
      .map(({ path }) => keyOf(path)),
  )
  return path => images.has(keyOf(path)) || maps.has(keyOf(path.slice(0, -1)))
}

function keyOf(path: FieldPath): string {
  return JSON.stringify(path)
}

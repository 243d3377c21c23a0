import type { KubernetesObject } from '../document/kubernetes-objects.ts'
import { podContext } from '../pods/pod-context.ts'
import { containerImages, type FoundImage, podImages } from '../pods/pod-images.ts'
import type { PodContext } from '../types.ts'
import { textOf, valueAt } from '../document/untyped.ts'
import { expandPath, type Reached } from './expand-path.ts'
import { rowsFor } from './table.ts'
import type { ComposedImage, CustomResourceRow } from './types.ts'

/**
 * The images of an object of a known custom kind. What is left out, the operator fills in; what holds a placeholder of
 * the operator's own language (`$(params.x)`, `{{inputs.y}}`) is known only when it runs.
 */
export function customResourceImages({ group, kind, body }: KubernetesObject): readonly FoundImage[] {
  const pod = podContext(valueAt(body, 'spec'))
  return rowsFor(group, kind)
    .flatMap(row => rowImages(body, row, pod))
    .filter(({ image }) => isKnown(image))
    .map(image => ({ ...image, role: 'custom-resource' }))
}

function rowImages(body: unknown, row: CustomResourceRow, pod: PodContext): readonly FoundImage[] {
  const at = (paths: readonly string[] = []): readonly Reached[] => paths.flatMap(path => expandPath(body, path))
  return [
    ...at(row.templates).flatMap(({ path, value }) =>
      podAt({ path: [...path, 'spec'], value: valueAt(value, 'spec') }),
    ),
    ...at(row.pods).flatMap(podAt),
    ...at(row.containers).flatMap(({ path, value }) => containerAt(path, value, pod)),
    ...at(row.images).map(({ path, value }) => ({ image: value, path, role: 'custom-resource' as const, pod })),
    ...(row.composed ?? []).flatMap(image => composedAt(body, image, pod)),
  ]
}

function podAt({ path, value }: Reached): readonly FoundImage[] {
  return podImages(value, { path, images: 'optional', volumes: 'optional' })
}

function containerAt(path: Reached['path'], value: unknown, pod: PodContext): readonly FoundImage[] {
  return containerImages([value], { path, role: 'custom-resource', pod, images: 'optional' }).map(found => ({
    ...found,
    path: [...path, 'image'],
  }))
}

function composedAt(body: unknown, { at, ...names }: ComposedImage, pod: PodContext): readonly FoundImage[] {
  return expandPath(body, at).flatMap(({ path, value }) => {
    if (names.unless !== undefined && textOf(valueAt(value, names.unless)) !== undefined) return []
    const repository = textOf(valueAt(value, names.repository))
    const tag = textOf(valueAt(value, names.tag))
    const sha = names.sha === undefined ? undefined : textOf(valueAt(value, names.sha))
    if (repository === undefined || (tag === undefined && sha === undefined)) return []
    const image = sha === undefined ? `${repository}:${tag}` : `${repository}@sha256:${sha}`
    return [{ image, path: [...path, names.repository], role: 'custom-resource' as const, pod }]
  })
}

function isKnown(image: unknown): boolean {
  return typeof image === 'string' && image !== '' && !/\$\(|\$\{|\{\{/.test(image)
}

import type { Document } from '../../render/types.ts'
import { namedFields } from '../custom-resources/named-fields.ts'
import type { ResourceTable } from '../custom-resources/table.ts'
import type { Head } from '../document/head.ts'
import type { KubernetesObject } from '../document/kubernetes-objects.ts'
import { podContext } from '../pods/pod-context.ts'
import type { FoundImage } from '../pods/pod-images.ts'
import { podSpecPath } from '../pods/pod-kinds.ts'
import { isReferenceLike } from './reference-like.ts'
import { textLikeImages } from './text-like-images.ts'
import type { FieldPath, Use } from '../types.ts'
import { fieldsOf, listOf, textOf, valueAt } from '../document/untyped.ts'
import { useOf } from '../use.ts'

/** One document with more is data, not a way to start pods. */
const mostInDocument = 500

/** What the search for texts that look like images reads. */
export interface ImageLikeCase {
  readonly objects: readonly KubernetesObject[]
  readonly document: Document
  readonly resources: ResourceTable
  /** The number of the first id, `h1`, `h2`, … */
  readonly from: number
}

/**
 * What looks like an image outside the fields that are known to be one: pod templates inside unknown kinds, and texts in
 * environments, arguments, annotations and ConfigMaps, from which operators start pods.
 */
export function imageLike({ objects, document, resources, from }: ImageLikeCase): readonly Use[] {
  const places = objects.flatMap(object => foundIn(object, resources).map(found => ({ object, found })))
  return places
    .slice(0, mostInDocument)
    .map(({ object, found }, index) => useOf({ object, found, document }, `h${from + index}`, String(found.image)))
}

/** Whether a document can hold such a text, so that it is worth parsing. */
export function mayHaveImage(head: Head, text: string): boolean {
  if (head.kind === 'empty' || head.kind === 'none') return false
  return !(head.kind === 'object' && head.name === 'CustomResourceDefinition') && /image/i.test(text)
}

function foundIn(object: KubernetesObject, resources: ResourceTable): readonly FoundImage[] {
  const { group, kind, body } = object
  if (group === 'apiextensions.k8s.io') return []
  const texts = textLikeImages(object)
  if (podSpecPath(group, kind) !== undefined || resources.isKnown(group, kind)) return texts
  const found: FoundImage[] = []
  walk(body, [], found)
  const isNamed = namedFields(object, resources.rowsFor(group, kind))
  return [...texts, ...found.filter(({ path }) => !isNamed(path))]
}

const containerLists: ReadonlySet<string | number | undefined> = new Set([
  'containers',
  'initContainers',
  'ephemeralContainers',
])
const noImages = /^(?:status|rbd|backingImage|osImage)$/

function walk(value: unknown, path: FieldPath, found: FoundImage[]): void {
  if (found.length > mostInDocument) return
  if (Array.isArray(value)) {
    for (const [index, item] of listOf(value).entries()) walk(item, [...path, index], found)
    return
  }
  const pod = podContext(value)
  for (const [key, child] of Object.entries(fieldsOf(value) ?? {})) {
    const below = [...path, key]
    if (noImages.test(key)) continue
    if (containerLists.has(key)) found.push(...containersAt(child, below, pod))
    else if (isImageKey(key) && isText(child)) found.push({ image: child, path: below, role: 'heuristic', pod })
    else walk(child, below, found)
  }
}

function containersAt(list: unknown, path: FieldPath, pod: FoundImage['pod']): readonly FoundImage[] {
  const containers = listOf(list).slice(0, mostInDocument)
  return containers.flatMap((container, index): readonly FoundImage[] => {
    const image = textOf(valueAt(container, 'image'))
    const name = textOf(valueAt(container, 'name'))
    if (image === undefined || image === '' || name === undefined) return []
    return [{ image, path: [...path, index, 'image'], container: name, role: 'heuristic', pod }]
  })
}

function isImageKey(key: string): boolean {
  return key === 'image' || /[a-z]Image$/.test(key)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && isReferenceLike(value)
}

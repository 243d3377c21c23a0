import { podContext } from './pod-context.ts'
import type { FieldPath, PodContext, Use } from '../types.ts'
import { fieldsOf, listOf, textOf, valueAt } from '../document/untyped.ts'

/** An image as met in an object: not yet known to be text. `path` leads to it from the object's root. */
export interface FoundImage {
  readonly image: unknown
  readonly path: FieldPath
  readonly container?: string | undefined
  readonly role: Use['role']
  readonly pullPolicy?: string | undefined
  readonly pod: PodContext
  /** Where the pod will run, if that is not where the object stands. */
  readonly namespace?: string | undefined
}

/** Where a PodSpec stands, and which images it may leave out. */
export interface PodPlace {
  readonly path: FieldPath
  /** `required`: the API refuses a container without image; `optional`: a patch, whose base has the image. */
  readonly images: 'required' | 'optional'
  /** Image volumes must have a reference in a Pod; in a template the API lets it be missing. */
  readonly volumes: 'required' | 'optional'
}

const containerFields = [
  ['initContainers', 'init'],
  ['containers', 'container'],
  ['ephemeralContainers', 'ephemeral'],
] as const

/** Every image of a PodSpec: containers of the three kinds and image volumes. */
export function podImages(spec: unknown, place: PodPlace): readonly FoundImage[] {
  const pod = podContext(spec)
  const ofContainers = containerFields.flatMap(([field, role]) =>
    containerImages(valueAt(spec, field), { path: [...place.path, field], role, pod, images: place.images }),
  )
  const ofVolumes = listOf(valueAt(spec, 'volumes')).flatMap((volume, index) =>
    volumeImage(volume, { ...place, path: [...place.path, 'volumes', index] }, pod),
  )
  return [...ofContainers, ...ofVolumes]
}

/** Where a list of containers stands. */
export interface ContainerPlace {
  readonly path: FieldPath
  readonly role: Use['role']
  readonly pod: PodContext
  readonly images: PodPlace['images']
}

/** The images of a list of containers. */
export function containerImages(containers: unknown, place: ContainerPlace): readonly FoundImage[] {
  return listOf(containers).flatMap((container, index) => {
    const image = valueAt(container, 'image')
    if (fieldsOf(container) === undefined) return []
    if (place.images === 'optional' && (isAbsent(image) || image === '')) return []
    return [
      {
        image,
        path: [...place.path, index, 'image'],
        container: textOf(valueAt(container, 'name')),
        role: place.role,
        pullPolicy: textOf(valueAt(container, 'imagePullPolicy')),
        pod: place.pod,
      },
    ]
  })
}

function volumeImage(volume: unknown, place: PodPlace, pod: PodContext): readonly FoundImage[] {
  const source = fieldsOf(valueAt(volume, 'image'))
  if (source === undefined) return []
  const image = valueAt(source, 'reference')
  if (place.volumes === 'optional' && (isAbsent(image) || image === '')) return []
  const pullPolicy = textOf(valueAt(source, 'pullPolicy'))
  return [{ image, path: [...place.path, 'image', 'reference'], role: 'volume', pullPolicy, pod }]
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null
}

import type { WrittenText } from '../types.ts'
import type { DeliveryObject } from './objects.ts'

/** Where the fields of an overlay are written, which stand below one path of an object. */
export function writtenFields(
  object: DeliveryObject,
  path: WrittenText['path'],
  overlay: Readonly<Record<string, unknown>>,
): Readonly<Record<string, WrittenText>> {
  return Object.fromEntries(Object.keys(overlay).map(key => [key, writtenText(object, [...path, key])]))
}

/** A text of an object, by the path to it there. */
export function writtenText(object: DeliveryObject, path: WrittenText['path']): WrittenText {
  const { kind, name, place, kustomization, overlay } = object
  return { file: place.file, path, object: { kind, name, kustomization, overlay } }
}

import { valueAt } from '../../extract/document/untyped.ts'
import type { Substitution, WrittenText } from '../types.ts'
import type { DeliveryContext } from './context.ts'
import { mapsAt, mergedFields, stringMapAt } from './fields.ts'
import { knownData } from './known-data.ts'
import type { DeliveryObject } from './objects.ts'
import { writtenText } from './written-text.ts'

/**
 * The variables of a Kustomization's `postBuild`: of ConfigMaps and Secrets first, and its own over them. Undefined where
 * Flux replaces nothing.
 */
export function substitutionOf(object: DeliveryObject, context: DeliveryContext): Substitution | undefined {
  const postBuild = valueAt(object.body, 'spec', 'postBuild')
  if (postBuild === undefined || postBuild === null) return undefined
  const references = mapsAt(postBuild, 'substituteFrom')
  const found = references.map(reference => knownData(reference, object.namespace, context))
  const own = stringMapAt(postBuild, 'substitute')
  const variables = mergedFields([...found.map(({ data }) => data), own])
  const writtenAt = {
    ...mergedFields(found.map(({ data, placeOf }) => placesOf(data, name => placeOf?.(name)))),
    ...placesOf(own, name => writtenText(object, ['spec', 'postBuild', 'substitute', name])),
  }
  const complete = found.every(({ missing }) => missing === undefined)
  // without any variable Flux leaves the text as it is
  return complete && Object.keys(variables).length === 0 ? undefined : { variables, writtenAt, complete }
}

function placesOf(
  data: Readonly<Record<string, string>>,
  placeOf: (name: string) => WrittenText | undefined,
): NonNullable<Substitution['writtenAt']> {
  return Object.fromEntries(Object.keys(data).map((name): [string, WrittenText | undefined] => [name, placeOf(name)]))
}

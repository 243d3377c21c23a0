import type { DeliveryContext } from './context.ts'
import { stringAt } from './fields.ts'
import { isSame } from './objects.ts'
import type { DeliveryObject } from './objects.ts'

/** A `sourceRef` or `chartRef`, and the namespace of the object that has it. */
export interface SourceReference {
  readonly reference: unknown
  readonly namespace: string | undefined
}

/** The object of source.toolkit.fluxcd.io that a reference names; undefined where it is not known. */
export function sourceObject(
  { reference, namespace }: SourceReference,
  { objects, note }: DeliveryContext,
): DeliveryObject | undefined {
  const kind = stringAt(reference, 'kind')
  const name = stringAt(reference, 'name')
  const wanted = stringAt(reference, 'namespace') ?? namespace
  const named = objects.filter(
    object => object.group === 'source.toolkit.fluxcd.io' && object.kind === kind && object.name === name,
  )
  const found =
    named.find(object => object.namespace === wanted) ?? named.find(object => isSame(object.namespace, wanted))
  if (found !== undefined) note(found)
  return found
}

/** The URL of the source that a reference names; undefined where the object is not known. */
export function sourceUrl(reference: SourceReference, context: DeliveryContext): string | undefined {
  return stringAt(sourceObject(reference, context)?.body, 'spec', 'url')
}

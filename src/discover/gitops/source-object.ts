import { valueAt } from '../../extract/document/untyped.ts'
import type { DeliveryContext } from './context.ts'
import { stringAt } from './fields.ts'
import type { GitPlace } from './local-path.ts'
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

/** URL and revision of the source that a reference names; without URL where the object is not known. */
export function sourcePlace(reference: SourceReference, context: DeliveryContext): GitPlace {
  return gitPlace(sourceObject(reference, context))
}

/** The revision of a GitRepository that counts first (https://fluxcd.io/flux/components/source/gitrepositories/#reference). */
export function gitPlace(object: DeliveryObject | undefined): GitPlace {
  const ref = valueAt(object?.body, 'spec', 'ref')
  const revision = ['commit', 'name', 'semver', 'tag', 'branch'].map(key => stringAt(ref, key)).find(Boolean)
  const url = stringAt(object?.body, 'spec', 'url')
  return object?.kind === 'GitRepository' ? { url, revision } : { url }
}

import { withoutLogin } from '../../fetch/without-login.ts'
import type { DeliveredSource, RenderableSource, Source, SourceGap, UnresolvedSource } from '../types.ts'
import type { DeliveryObject } from './objects.ts'

/** What all sources of one object have in common. */
export interface Delivery {
  readonly kind: 'argocd' | 'flux'
  readonly object: DeliveryObject
  /** Tells several sources of one object apart. */
  readonly part?: string | undefined
}

type Extras = Pick<DeliveredSource, 'overlay' | 'overlayAt' | 'substitution' | 'namespace'> & {
  readonly gaps?: readonly SourceGap[]
}

/** The source that an object delivers; what can't be rendered stays so, under the object's name. */
export function delivered(delivery: Delivery, inner: RenderableSource | UnresolvedSource, extras: Extras = {}): Source {
  if (inner.kind === 'unresolved') return { ...unresolved(delivery, inner), standsFor: inner.id }
  const base = baseOf(delivery)
  return { gaps: [], ...extras, ...base, kind: delivery.kind, inner: { ...inner, id: base.id, label: base.label } }
}

/** An object whose source can't be had. */
export function unresolved(delivery: Delivery, { why, detail }: SourceGap): UnresolvedSource {
  return {
    ...baseOf(delivery),
    kind: 'unresolved',
    of: delivery.kind,
    why,
    detail: detail.slice(0, 400).split(' ').map(withoutLogin).join(' '),
  }
}

function baseOf({ kind, object, part }: Delivery) {
  const { file } = object.place
  const name = object.namespace === undefined ? object.name : `${object.namespace}/${object.name}`
  const suffix = part === undefined ? '' : `#${part}`
  const label = `${object.kind} ${name}${part === undefined ? '' : ` (${part})`} in ${file}`
  return { id: `${kind}:${file}#${object.kind}/${name}${suffix}`, path: file, label, definedAt: object.place }
}

import { fieldsOf, valueAt } from '../../extract/document/untyped.ts'
import type { SourceGap } from '../types.ts'
import type { DeliveryContext } from './context.ts'
import { mapsAt, stringAt } from './fields.ts'
import { knownData } from './known-data.ts'
import type { DeliveryObject } from './objects.ts'

/** The values of a HelmRelease. */
export interface ReleaseValues {
  /** Texts of values files, last wins. */
  readonly inline: readonly string[]
  readonly set: readonly string[]
  readonly gaps: readonly SourceGap[]
}

/** `valuesFrom` in its order, and `values` over it. */
export function releaseValues({ body, namespace }: DeliveryObject, context: DeliveryContext): ReleaseValues {
  const inline: string[] = []
  const set: string[] = []
  const gaps: SourceGap[] = []
  for (const reference of mapsAt(body, 'spec', 'valuesFrom')) {
    const key = stringAt(reference, 'valuesKey') ?? 'values.yaml'
    const target = stringAt(reference, 'targetPath')
    const { data, missing } = knownData(reference, namespace, context)
    const text = Object.hasOwn(data, key) ? data[key] : undefined
    if (text !== undefined && target === undefined) inline.push(text)
    else if (text !== undefined) set.push(`${target}=${text.replace(/,/g, '\\,')}`)
    else if (valueAt(reference, 'optional') !== true) {
      gaps.push({ why: 'values-elsewhere', detail: missing ?? `${stringAt(reference, 'name') ?? ''} has no ${key}` })
    }
  }
  const values = fieldsOf(valueAt(body, 'spec', 'values'))
  return { inline: values === undefined ? inline : [...inline, JSON.stringify(values)], set, gaps }
}

import { fieldsOf, valueAt } from '../../extract/document/untyped.ts'
import type { SourceGap, WrittenText } from '../types.ts'
import type { DeliveryContext } from './context.ts'
import { mapsAt, stringAt } from './fields.ts'
import { knownData } from './known-data.ts'
import type { DeliveryObject } from './objects.ts'
import { writtenText } from './written-text.ts'

/** The values of a HelmRelease. */
export interface ReleaseValues {
  /** Texts of values files, last wins. */
  readonly inline: readonly string[]
  readonly set: readonly string[]
  /** Where both are written. */
  readonly writtenAt: Readonly<Record<'inline' | 'set', readonly (WrittenText | undefined)[]>>
  readonly gaps: readonly SourceGap[]
}

interface Given {
  readonly text: string
  readonly at: WrittenText | undefined
}

/** `valuesFrom` in its order, and `values` over it. */
export function releaseValues(object: DeliveryObject, context: DeliveryContext): ReleaseValues {
  const { body, namespace } = object
  const inline: Given[] = []
  const set: Given[] = []
  const gaps: SourceGap[] = []
  for (const reference of mapsAt(body, 'spec', 'valuesFrom')) {
    const key = stringAt(reference, 'valuesKey') ?? 'values.yaml'
    const target = stringAt(reference, 'targetPath')
    const { data, missing, placeOf } = knownData(reference, namespace, context)
    const text = Object.hasOwn(data, key) ? data[key] : undefined
    const at = placeOf?.(key)
    if (text !== undefined && target === undefined) inline.push({ text, at })
    else if (text !== undefined) set.push({ text: `${target}=${text.replace(/,/g, '\\,')}`, at })
    else if (valueAt(reference, 'optional') !== true) {
      gaps.push({ why: 'values-elsewhere', detail: missing ?? `${stringAt(reference, 'name') ?? ''} has no ${key}` })
    }
  }
  const values = fieldsOf(valueAt(body, 'spec', 'values'))
  if (values !== undefined) inline.push({ text: JSON.stringify(values), at: writtenText(object, ['spec', 'values']) })
  const writtenAt = { inline: inline.map(({ at }) => at), set: set.map(({ at }) => at) }
  return { inline: inline.map(({ text }) => text), set: set.map(({ text }) => text), writtenAt, gaps }
}

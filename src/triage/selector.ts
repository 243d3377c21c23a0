import { selects as selectsLabels } from '../extract/document/label-selector.ts'
import { textEntriesOf } from '../extract/document/untyped.ts'
import { at } from './fields.ts'
import type { Fields } from './fields.ts'

/** Whether a label selector selects an object. */
export function selects(selector: unknown, object: Fields): boolean {
  const labels = textEntriesOf(at(object, 'metadata', 'labels'))
  return selectsLabels(selector, key => (Object.hasOwn(labels, key) ? labels[key] : undefined))
}

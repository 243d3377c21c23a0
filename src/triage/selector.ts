import { at, fieldsOf, listAt, textAt } from './fields.ts'
import type { Fields } from './fields.ts'

/** Whether a label selector (meta/v1) selects an object; an empty one selects all. */
export function selects(selector: unknown, object: Fields): boolean {
  const labels = fieldsOf(at(object, 'metadata', 'labels'))
  const wanted = Object.entries(fieldsOf(at(selector, 'matchLabels')))
  if (wanted.some(([key, value]) => labels[key] !== value)) return false
  return listAt(selector, 'matchExpressions').every(expression => holds(expression, labels))
}

function holds(expression: unknown, labels: Fields): boolean {
  const value = labels[textAt(expression, 'key')]
  const isAmong = listAt(expression, 'values').includes(value)
  switch (textAt(expression, 'operator')) {
    case 'In':
      return isAmong
    case 'NotIn':
      return !isAmong
    case 'Exists':
      return value !== undefined
    case 'DoesNotExist':
      return value === undefined
    default:
      return false
  }
}

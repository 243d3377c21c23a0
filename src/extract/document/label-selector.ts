import { fieldsOf, listOf, textEntriesOf, textOf, valueAt } from './untyped.ts'

/** Whether a label selector (meta/v1 LabelSelector) selects what `valueOf` tells the values of; an empty one selects all. */
export function selects(selector: unknown, valueOf: (key: string) => string | undefined): boolean {
  const labels = Object.entries(textEntriesOf(valueAt(selector, 'matchLabels')))
  const expressions = listOf(valueAt(selector, 'matchExpressions'))
  return labels.every(([key, value]) => valueOf(key) === value) && expressions.every(each => holds(each, valueOf))
}

function holds(expression: unknown, valueOf: (key: string) => string | undefined): boolean {
  // an entry that is no map says nothing
  if (fieldsOf(expression) === undefined) return true
  const value = valueOf(textOf(valueAt(expression, 'key')) ?? '')
  const isAmong = value !== undefined && listOf(valueAt(expression, 'values')).includes(value)
  switch (valueAt(expression, 'operator')) {
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

import { valueAt } from '../../extract/document/untyped.ts'
import { mapsAt, stringAt, stringMapAt, stringsAt } from './fields.ts'
import type { Parameters } from './parameters.ts'

/**
 * Whether a set of parameters is one that a generator's `selector` lets through
 * (https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators-Post-Selector/).
 */
export function matchesSelector(set: Parameters, selector: unknown): boolean {
  const valueOf = (key: string): string | undefined => stringAt(set, key) ?? stringAt(set, ...key.split('.'))
  const labels = Object.entries(stringMapAt(selector, 'matchLabels'))
  const isEach = labels.every(([key, value]) => valueOf(key) === value)
  return isEach && mapsAt(selector, 'matchExpressions').every(expression => holds(expression, valueOf))
}

function holds(expression: unknown, valueOf: (key: string) => string | undefined): boolean {
  const value = valueOf(stringAt(expression, 'key') ?? '')
  const isAmong = value !== undefined && stringsAt(expression, 'values').includes(value)
  switch (valueAt(expression, 'operator')) {
    case 'In':
      return isAmong
    case 'NotIn':
      return !isAmong
    case 'Exists':
      return value !== undefined
    case 'DoesNotExist':
      return value === undefined
    // Argo CD makes nothing of a selector with another one
    default:
      return false
  }
}

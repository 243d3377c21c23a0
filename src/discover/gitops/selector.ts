import { selects } from '../../extract/document/label-selector.ts'
import { stringAt } from './fields.ts'
import type { Parameters } from './parameters.ts'

/**
 * Whether a set of parameters is one that a generator's `selector` lets through
 * (https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators-Post-Selector/).
 */
export function matchesSelector(set: Parameters, selector: unknown): boolean {
  return selects(selector, key => stringAt(set, key) ?? stringAt(set, ...key.split('.')))
}

import type { FieldPath } from '../types.ts'
import { textOf, valueAt } from './untyped.ts'

/** `spec.template.spec.containers[0].image`; keys that need it in brackets and quotes. */
export function fieldText(path: FieldPath): string {
  return path.map(stepText).join('').replace(/^\./, '')
}

/** The same with the items of lists by `name` where they have one, so that it stays the same when items are added. */
export function stableFieldText(root: unknown, path: FieldPath): string {
  let node = root
  const steps = path.map(step => {
    node = valueAt(node, step)
    const name = typeof step === 'number' ? textOf(valueAt(node, 'name')) : undefined
    return name === undefined ? stepText(step) : `[${name}]`
  })
  return steps.join('').replace(/^\./, '')
}

function stepText(step: string | number): string {
  if (typeof step === 'number') return `[${step}]`
  return /^[\w$-]+$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`
}

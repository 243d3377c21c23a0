import { fieldsOf, valueAt } from '../../extract/document/untyped.ts'
import type { Parameters } from './parameters.ts'

export type Filled =
  | { readonly kind: 'filled'; readonly value: unknown }
  /** An expression that is beyond simple fields. */
  | { readonly kind: 'unfilled'; readonly expression: string }

const deepest = 50

/** Puts parameters into all texts of a template: `{{path.basename}}`, or as Go template `{{ .path.basename }}`. */
export function fillTemplate(template: unknown, parameters: Parameters, isGo: boolean): Filled {
  let unfilled: string | undefined
  const fillText = (text: string): string =>
    text.replaceAll(/\{\{-?\s*(.*?)\s*-?\}\}/gs, (whole, expression: string) => {
      const value = isGo ? goValue(expression, parameters) : plainValue(expression, parameters)
      if (value === undefined) unfilled ??= whole.slice(0, 200)
      return value ?? whole
    })
  const fill = (value: unknown, depth: number): unknown => {
    if (typeof value === 'string') return fillText(value)
    if (depth > deepest) return value
    if (Array.isArray(value)) return value.map(item => fill(item, depth + 1))
    const fields = fieldsOf(value)
    if (fields === undefined) return value
    return Object.fromEntries(Object.entries(fields).map(([key, item]) => [fillText(key), fill(item, depth + 1)]))
  }
  const value = fill(template, 0)
  return unfilled === undefined ? { kind: 'filled', value } : { kind: 'unfilled', expression: unfilled }
}

/** fasttemplate: the parameter's whole name, with `path[1]` for a segment. */
function plainValue(expression: string, parameters: Parameters): string | undefined {
  const [, list, index] = /^(.+)\[(\d+)\]$/.exec(expression) ?? []
  if (list === 'path' && index !== undefined) return scalar(valueAt(parameters, 'path', 'segments', Number(index)))
  if (expression === 'path') return scalar(valueAt(parameters, 'path', 'path') ?? valueAt(parameters, 'path'))
  return scalar(
    Object.hasOwn(parameters, expression) ? parameters[expression] : valueAt(parameters, ...expression.split('.')),
  )
}

/** The two forms that need no function of Go templates but `index`. */
function goValue(expression: string, parameters: Parameters): string | undefined {
  const [, field] = /^\.([\w.-]+)$/.exec(expression) ?? []
  if (field !== undefined) return scalar(valueAt(parameters, ...field.split('.')))
  const [, list, index] = /^index\s+\.([\w.]+)\s+(?:"([^"]+)"|(\d+))$/.exec(expression)?.map(part => part ?? '') ?? []
  if (list === undefined) return undefined
  const key = index === '' || index === undefined ? Number(/(\d+)$/.exec(expression)?.[1]) : index
  return scalar(valueAt(parameters, ...list.split('.'), key))
}

function scalar(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

import type { FieldPath } from '../types.ts'
import { mostImages } from './types.ts'
import { fieldsOf, listOf, valueAt } from '../document/untyped.ts'

/** A value that a path of the table leads to. */
export interface Reached {
  readonly path: FieldPath
  readonly value: unknown
}

// one more than counts, so that an excess shows; paths may be a stranger's
const mostReached = mostImages + 1

/** Every value at a path with `[]` and `*`, the first ones; nothing where the path ends early. */
export function expandPath(root: unknown, path: string): readonly Reached[] {
  const steps = path.split('.').flatMap(step => (step.endsWith('[]') ? [step.slice(0, -2), '[]'] : [step]))
  return steps
    .reduce<readonly Reached[]>(
      (reached, step) => reached.flatMap(from => take(from, step)).slice(0, mostReached),
      [{ path: [], value: root }],
    )
    .filter(({ value }) => value !== undefined && value !== null)
}

function take({ path, value }: Reached, step: string): readonly Reached[] {
  if (value === undefined || value === null) return []
  if (step === '[]') return firstOf(listOf(value)).map((item, index) => ({ path: [...path, index], value: item }))
  if (step !== '*') return [{ path: [...path, step], value: valueAt(value, step) }]
  return firstOf(Object.entries(fieldsOf(value) ?? {})).map(([key, item]) => ({ path: [...path, key], value: item }))
}

function firstOf<T>(items: readonly T[]): readonly T[] {
  return items.slice(0, mostReached)
}

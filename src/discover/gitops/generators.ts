import { fieldsOf, valueAt } from '../../extract/document/untyped.ts'
import { parseDocument } from '../../extract/document/parse-document.ts'
import type { DeliveryContext } from './context.ts'
import { mapsAt, stringAt } from './fields.ts'
import { gitParameters } from './git-generator.ts'

/** Values by name; `path` of the git generator is a map. */
export type Parameters = Readonly<Record<string, unknown>>

/** The sets of parameters that a generator gives, and what only a cluster or another service knows. */
export interface Generated {
  readonly sets: readonly Parameters[]
  readonly gaps: readonly string[]
}

const mostSets = 2000

/** One entry of `generators`: list, git and matrix; of the others only the name is known. */
export async function generate(generator: unknown, isGo: boolean, context: DeliveryContext): Promise<Generated> {
  const { list, git, matrix } = fieldsOf(generator) ?? {}
  if (list !== undefined) return { sets: listed(list), gaps: [] }
  if (git !== undefined) return gitParameters(git, isGo, context)
  if (matrix !== undefined) return product(matrix, isGo, context)
  const names = Object.keys(fieldsOf(generator) ?? {}).filter(name => name !== 'selector')
  return { sets: [], gaps: [names.length === 0 ? 'a generator of no kind' : `${names.join(', ')} generator`] }
}

function listed(list: unknown): readonly Parameters[] {
  const text = stringAt(list, 'elementsYaml')
  const parsed = text === undefined ? undefined : parseDocument(text)
  const written = parsed?.kind === 'parsed' ? mapsAt({ elements: parsed.roots[0] }, 'elements') : []
  return [...mapsAt(list, 'elements'), ...written].slice(0, mostSets)
}

/** Every combination of what the two generators give. */
async function product(matrix: unknown, isGo: boolean, context: DeliveryContext): Promise<Generated> {
  const parts = await Promise.all(mapsAt(matrix, 'generators').map(one => generate(one, isGo, context)))
  const sets = parts.reduce<readonly Parameters[]>(
    (all, part) => all.flatMap(left => part.sets.map(right => merged(left, right))).slice(0, mostSets),
    [{}],
  )
  return { sets: parts.length === 0 ? [] : sets, gaps: parts.flatMap(({ gaps }) => gaps) }
}

function merged(left: Parameters, right: Parameters): Parameters {
  const values = { ...fieldsOf(valueAt(left, 'values')), ...fieldsOf(valueAt(right, 'values')) }
  return { ...left, ...right, ...(Object.keys(values).length > 0 ? { values } : {}) }
}

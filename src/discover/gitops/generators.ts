import { fieldsOf, valueAt } from '../../extract/document/untyped.ts'
import type { Fields } from '../../extract/document/untyped.ts'
import { parseDocument } from '../../extract/document/parse-document.ts'
import type { DeliveryContext } from './context.ts'
import { mapsAt, stringAt, stringsAt } from './fields.ts'
import { fillTemplate } from './fill-template.ts'
import { gitParameters } from './git-generator.ts'
import type { Generated, Parameters } from './parameters.ts'
import { matchesSelector } from './selector.ts'

const mostSets = 2000

/** One entry of `generators`: list, git, and matrix and merge of them; of the others only the name is known. */
export async function generate(generator: unknown, isGo: boolean, context: DeliveryContext): Promise<Generated> {
  const { selector, ...kinds } = fieldsOf(generator) ?? {}
  const [kind] = Object.values(kinds)
  const { sets, gaps } = await generateAll(kinds, isGo, context)
  return { sets: sets.filter(set => matchesSelector(set, selector)), gaps, template: valueAt(kind, 'template') }
}

async function generateAll(kinds: Fields, isGo: boolean, context: DeliveryContext): Promise<Generated> {
  const { list, git, matrix, merge } = kinds
  if (list !== undefined) return { sets: listed(list), gaps: [] }
  if (git !== undefined) return gitParameters(git, isGo, context)
  if (matrix !== undefined) return product(mapsAt(matrix, 'generators'), isGo, context)
  if (merge !== undefined) return mergeOf(merge, isGo, context)
  const names = Object.keys(kinds)
  return { sets: [], gaps: [names.length === 0 ? 'a generator of no kind' : `${names.join(', ')} generator`] }
}

function listed(list: unknown): readonly Parameters[] {
  const text = stringAt(list, 'elementsYaml')
  const parsed = text === undefined ? undefined : parseDocument(text)
  const written = parsed?.kind === 'parsed' ? mapsAt({ elements: parsed.roots[0] }, 'elements') : []
  return [...mapsAt(list, 'elements'), ...written].slice(0, mostSets)
}

/** Every combination of what the generators give; each may use the parameters of the one before it. */
async function product(generators: readonly Fields[], isGo: boolean, context: DeliveryContext): Promise<Generated> {
  let sets: readonly Parameters[] = generators.length === 0 ? [] : [{}]
  const gaps = new Set<string>()
  for (const generator of generators) {
    const parts = await Promise.all(
      sets.map(async left => ({ left, ...(await withSet(generator, left, { isGo, context })) })),
    )
    parts.forEach(part => part.gaps.forEach(gap => gaps.add(gap)))
    sets = parts.flatMap(({ left, sets: rights }) => rights.map(right => merged(left, right))).slice(0, mostSets)
  }
  return { sets, gaps: [...gaps] }
}

interface Generation {
  readonly isGo: boolean
  readonly context: DeliveryContext
}

async function withSet(generator: Fields, left: Parameters, { isGo, context }: Generation): Promise<Generated> {
  const entries = Object.entries(generator).map(([kind, body]) => [kind, fillBody(body, left, isGo)] as const)
  const unfilled = entries.flatMap(([, body]) => (body.kind === 'unfilled' ? body.expression : []))
  if (unfilled[0] !== undefined) return { sets: [], gaps: [unfilled[0]] }
  const filled = entries.map(([kind, body]) => [kind, body.kind === 'filled' ? body.value : undefined] as const)
  return generate(Object.fromEntries(filled), isGo, context)
}

/** `values` and `template` may use the parameters of their own generator. */
function fillBody(body: unknown, left: Parameters, isGo: boolean): ReturnType<typeof fillTemplate> {
  const fields = fieldsOf(body)
  if (fields === undefined || Object.keys(left).length === 0) return { kind: 'filled', value: body }
  const { values, template, ...rest } = fields
  const filled = fillTemplate(rest, left, isGo)
  if (filled.kind === 'unfilled') return filled
  return { kind: 'filled', value: { ...fieldsOf(filled.value), ...present({ values, template }) } }
}

function present(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

function merged(left: Parameters, right: Parameters): Parameters {
  const values = { ...fieldsOf(valueAt(left, 'values')), ...fieldsOf(valueAt(right, 'values')) }
  return { ...left, ...right, ...(Object.keys(values).length > 0 ? { values } : {}) }
}

/** The sets of the first generator, each with what the others have for the same keys. */
async function mergeOf(merge: unknown, isGo: boolean, context: DeliveryContext): Promise<Generated> {
  const parts = await Promise.all(mapsAt(merge, 'generators').map(one => generate(one, isGo, context)))
  const keys = stringsAt(merge, 'mergeKeys')
  const [base, ...others] = parts
  const keyOf = (set: Parameters): string =>
    JSON.stringify(keys.map(key => set[key] ?? valueAt(set, ...key.split('.'))))
  const maps = others.map(({ sets }) => new Map(sets.map(set => [keyOf(set), set])))
  const sets = (base?.sets ?? []).map(set =>
    maps.reduce<Parameters>((left, right) => merged(left, right.get(keyOf(set)) ?? {}), set),
  )
  return { sets, gaps: parts.flatMap(({ gaps }) => gaps) }
}

import { fieldsOf, valueAt } from '../../extract/document/untyped.ts'
import type { Source } from '../types.ts'
import { applicationSources } from './argo-application.ts'
import type { DeliveryContext } from './context.ts'
import { unresolved } from './delivered.ts'
import { mapsAt, stringAt } from './fields.ts'
import { fillTemplate } from './fill-template.ts'
import { generate } from './generators.ts'
import type { DeliveryObject } from './objects.ts'

/** One ApplicationSet makes so many Applications at most. */
const mostApplications = 500

/**
 * The Applications that an ApplicationSet makes, as far as the repository alone tells
 * (https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/).
 */
export async function applicationSetSources(
  object: DeliveryObject,
  context: DeliveryContext,
): Promise<readonly Source[]> {
  const spec = valueAt(object.body, 'spec')
  const gap = (detail: string): Source => unresolved({ kind: 'argocd', object }, { why: 'generated-elsewhere', detail })
  if (valueAt(spec, 'templatePatch') !== undefined) return [gap('templatePatch')]
  const generated = await Promise.all(mapsAt(spec, 'generators').map(one => generate(one, isGoTemplate(spec), context)))
  const gaps = generated.flatMap(({ gaps: missing }) => missing).map((detail, index) => numbered(gap(detail), index))
  const parameters = generated.flatMap(({ sets, template }) => sets.map(set => ({ set, template })))
  if (parameters.length === 0 && gaps.length === 0)
    return isEmptyList(spec) ? [] : [gap('its generators match nothing here')]
  const applications = parameters
    .slice(0, mostApplications)
    .map(({ set, template }) => fillTemplate(overlaid(valueAt(spec, 'template'), template), set, isGoTemplate(spec)))
  const made = applications.map((application, index) => ({ application, index }))
  const sources = await Promise.all(
    made.map(async ({ application, index }) => {
      if (application.kind === 'unfilled') return [numbered(gap(application.expression), gaps.length + index)]
      return applicationSources(applicationOf(object, application.value), context)
    }),
  )
  return [...gaps, ...sources.flat(), ...tooMany(parameters.length, gap)]
}

/** An empty list is meant; a folder that is not there may be a mistake. */
function isEmptyList(spec: unknown): boolean {
  return mapsAt(spec, 'generators').every(generator => valueAt(generator, 'list') !== undefined)
}

/** The fields of a generator's own template win. */
function overlaid(template: unknown, over: unknown): unknown {
  const [below, above] = [fieldsOf(template), fieldsOf(over)]
  if (above === undefined || below === undefined)
    return over === undefined || over === null || over === '' ? template : over
  const keys = new Set([...Object.keys(below), ...Object.keys(above)])
  return Object.fromEntries([...keys].map(key => [key, overlaid(below[key], above[key])]))
}

function isGoTemplate(spec: unknown): boolean {
  return valueAt(spec, 'goTemplate') === true
}

function tooMany(count: number, gap: (detail: string) => Source): readonly Source[] {
  return count <= mostApplications ? [] : [numbered(gap(`${count - mostApplications} more Applications`), count)]
}

function numbered(source: Source, index: number): Source {
  return index === 0 ? source : { ...source, id: `${source.id}#${index}` }
}

function applicationOf(set: DeliveryObject, template: unknown): DeliveryObject {
  const name = stringAt(template, 'metadata', 'name') ?? set.name
  const body = { ...fieldsOf(template), kind: 'Application' }
  return { ...set, kind: 'Application', body, name }
}

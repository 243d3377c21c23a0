import { findingCodes } from '../judge/codes.ts'
import { isMapping } from './read-yaml.ts'
import { partShapes } from './custom-resource-shape.ts'
import { configSchema, entryShapes, secretShapes, sourceShapes } from './schema.ts'

/** What a map of the configuration file is, in words, and the keys that it may have. */
export interface Shape {
  readonly noun: string
  readonly keys: readonly string[]
}

/** An entry that may be one of several things, told apart by one of these keys, in the order of the schema. */
export type Choice = Shape

type Path = readonly (string | number)[]

const choices: Readonly<Record<string, Choice>> = {
  sources: { noun: 'a source', keys: Object.keys(sourceShapes) },
  'pull-secrets': { noun: 'a pull secret', keys: Object.keys(secretShapes) },
}

/** The choice that the entry at this path is, if it is one. */
export function choiceAt(path: Path): Choice | undefined {
  return path.length === 2 && typeof path[0] === 'string' ? choices[path[0]] : undefined
}

/** Which of a choice's keys an entry has; one is right. */
export function chosenKeys({ keys }: Choice, entry: unknown): readonly string[] {
  return isMapping(entry) ? keys.filter(key => Object.hasOwn(entry, key)) : []
}

const shapes: Readonly<Record<string, Shape>> = {
  'pull-secrets': { noun: 'a pull secret', keys: ['secret', ...Object.keys(secretShapes)] },
  environments: { noun: 'an environment', keys: Object.keys(entryShapes.environments.shape) },
  'custom-resources': { noun: 'a custom resource', keys: Object.keys(entryShapes['custom-resources'].shape) },
  ignore: { noun: 'an ignore rule', keys: Object.keys(entryShapes.ignore.shape) },
  rules: { noun: 'a finding code', keys: findingCodes },
}

const partsOfResource: Readonly<Record<string, Shape>> = {
  'image-parts': { noun: 'an image in parts', keys: Object.keys(partShapes['image-parts'].shape) },
  defaults: { noun: 'the defaults', keys: Object.keys(partShapes.defaults.shape) },
}

const whole: Shape = { noun: 'the configuration', keys: Object.keys(configSchema.shape) }

/** The shape of the map at this path; `entry` is what stands there. */
export function shapeAt(path: Path, entry: unknown): Shape {
  const [list, , , ...below] = path
  if (list === 'sources') return sourceShape(entry)
  if (list === 'custom-resources' && below.length > 0)
    return partsOfResource[below.length > 1 ? 'defaults' : 'image-parts'] ?? whole
  return (list === undefined ? undefined : shapes[list]) ?? whole
}

function sourceShape(entry: unknown): Shape {
  const has = (key: string) => isMapping(entry) && Object.hasOwn(entry, key)
  if (has('chart')) return { noun: 'a chart', keys: Object.keys(sourceShapes.chart.shape) }
  if (has('kustomize')) return { noun: 'a kustomization', keys: ['kustomize'] }
  if (has('manifests')) return { noun: 'manifests', keys: ['manifests'] }
  return { noun: 'a source', keys: Object.keys(sourceShapes) }
}

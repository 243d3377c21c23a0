import { Issues } from './issues.ts'
import type { FilePlace } from './origin.ts'
import { problemAt } from './problem.ts'
import type { ConfigProblem } from './problem.ts'
import { isMapping, readYaml } from './read-yaml.ts'
import { type Config, configSchema } from './schema.ts'
import { type ConfigPath, YamlPlaces } from './yaml-places.ts'

/** The configuration file as it was read; `folder` is what its paths are relative to. Both are root-relative. */
export interface ConfigFile {
  readonly path: string
  readonly folder: string
  readonly config: Config
  /** Place of the value at a path, else of the nearest thing above it that is there. */
  readonly placeOf: (path: ConfigPath) => FilePlace
  /** An unquoted value as it is written; undefined for anything else. */
  readonly plainText: (path: ConfigPath) => string | undefined
}

export type ReadConfig =
  | { readonly kind: 'config'; readonly file: ConfigFile }
  | { readonly kind: 'wrong'; readonly problems: readonly ConfigProblem[] }

/** A configuration file's text, before it is read. */
export interface ConfigText {
  readonly path: string
  readonly folder: string
  readonly text: string
}

// a person mends the first few, and each costs a look at the tree
const mostProblems = 20

/** Reads and checks the text of a configuration file; all of its problems are told at once. */
export function readConfigFile({ path, folder, text }: ConfigText): ReadConfig {
  const yaml = readYaml(text)
  if (yaml.kind === 'empty') return { kind: 'config', file: emptyFile(path, folder) }
  if (yaml.kind === 'wrong') {
    const places = new YamlPlaces({ file: path, text, root: { kind: 'map', start: 0, entries: [] } })
    return { kind: 'wrong', problems: [problemAt(places.at(yaml.offset), yaml.why)] }
  }
  const places = new YamlPlaces({ file: path, text, root: yaml.root })
  if (yaml.value === null) return { kind: 'config', file: emptyFile(path, folder) }
  if (!isMapping(yaml.value))
    return { kind: 'wrong', problems: [problemAt(places.of([]), 'the configuration must be a map of keys and values')] }
  const parsed = configSchema.safeParse(yaml.value)
  if (!parsed.success) return { kind: 'wrong', problems: problemsOf(parsed.error.issues, yaml.value, places) }
  const file = {
    path,
    folder,
    config: parsed.data,
    placeOf: places.of.bind(places),
    plainText: places.plainText.bind(places),
  }
  return { kind: 'config', file }
}

function emptyFile(path: string, folder: string): ConfigFile {
  return { path, folder, config: {}, placeOf: () => ({ file: path, line: 1, column: 1 }), plainText: () => undefined }
}

type SchemaIssues = Parameters<Issues['problemsOf']>[0][]

function problemsOf(found: SchemaIssues, value: unknown, places: YamlPlaces): readonly ConfigProblem[] {
  const issues = new Issues(value, places)
  const problems = found
    .slice(0, mostProblems)
    .flatMap(issue => issues.problemsOf(issue))
    .toSorted(byPlace)
  const shown = problems.slice(0, mostProblems)
  const more = found.length > mostProblems || problems.length > mostProblems
  return more ? [...shown, { where: 'and more', why: 'these are the first of many problems' }] : shown
}

function byPlace({ place: a }: ConfigProblem, { place: b }: ConfigProblem): number {
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0)
}

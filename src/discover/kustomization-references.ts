import { isMapping, stringsOf } from './load-yaml.ts'

/** What a kustomization names, as written (https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/). */
export interface KustomizationReferences {
  /** Files or folders with a kustomization that are built into it. */
  readonly resources: readonly string[]
  /** Configurations of generators, transformers and validators, which name files themselves. */
  readonly plugins: readonly string[]
  /** Patches, values and generator inputs: files that it reads. */
  readonly files: readonly string[]
}

type Mapping = Readonly<Record<string, unknown>>

/** Reads the keys without regard to case, as the Go decoder does. */
export function kustomizationReferences(kustomization: Mapping): KustomizationReferences {
  const value = lowerCaseKeys(kustomization)
  const lists = (...keys: readonly string[]): readonly string[] => keys.flatMap(key => stringsOf(value[key]))
  return {
    resources: lists('resources', 'bases', 'components'),
    plugins: lists('generators', 'transformers', 'validators'),
    files: [
      ...lists('crds', 'configurations', 'patchesstrategicmerge'),
      ...entries(value, 'patches', 'patchesjson6902', 'replacements', 'openapi').flatMap(entry =>
        textOf(entry['path']),
      ),
      ...entries(value, 'configmapgenerator', 'secretgenerator').flatMap(generatorFiles),
      ...entries(value, 'helmcharts', 'helmchartinflationgenerator').flatMap(chartFiles),
    ],
  }
}

function lowerCaseKeys(value: Mapping): Mapping {
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.toLowerCase(), item]))
}

function entries(value: Mapping, ...keys: readonly string[]): readonly Mapping[] {
  return keys
    .flatMap(key => value[key])
    .filter(isMapping)
    .map(lowerCaseKeys)
}

function textOf(value: unknown): readonly string[] {
  return typeof value === 'string' ? [value] : []
}

/** `files` are written `path` or `key=path`. */
function generatorFiles(generator: Mapping): readonly string[] {
  const files = stringsOf(generator['files']).map(file => file.replace(/^[^=/:]+=/, ''))
  return [...files, ...stringsOf(generator['envs']), ...textOf(generator['env'])]
}

function chartFiles(chart: Mapping): readonly string[] {
  return [...textOf(chart['valuesfile']), ...textOf(chart['values']), ...stringsOf(chart['additionalvaluesfiles'])]
}

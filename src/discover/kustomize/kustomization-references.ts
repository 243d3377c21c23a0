import { isMapping, stringsOf } from '../load-yaml.ts'

/** What a kustomization names, as written (https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/). */
export interface KustomizationReferences {
  /** Files or folders with a kustomization that are built into it. */
  readonly resources: readonly string[]
  /** Configurations of generators, transformers and validators, which name files themselves: paths or their text. */
  readonly plugins: readonly string[]
  /** Patches, values and generator inputs: files that it reads. */
  readonly files: readonly string[]
}

/** The values of a mapping by their folded keys: of several spellings of one, kustomize may take any. */
type Fields = ReadonlyMap<string, readonly unknown[]>

/** Reads the keys without regard to case, as the Go decoder does. */
export function kustomizationReferences(kustomization: Readonly<Record<string, unknown>>): KustomizationReferences {
  const fields = fieldsOf(kustomization)
  return {
    resources: lists(fields, 'resources', 'bases', 'components'),
    plugins: lists(fields, 'generators', 'transformers', 'validators'),
    files: [
      ...lists(fields, 'crds', 'configurations', 'patchesstrategicmerge'),
      ...entries(fields, 'patches', 'patchesjson6902', 'replacements', 'openapi').flatMap(entry =>
        texts(entry, 'path'),
      ),
      ...entries(fields, 'configmapgenerator', 'secretgenerator').flatMap(generatorFiles),
      ...entries(fields, 'helmcharts', 'helmchartinflationgenerator').flatMap(chartFiles),
    ],
  }
}

function fieldsOf(value: Readonly<Record<string, unknown>>): Fields {
  const byKey = Map.groupBy(Object.entries(value), ([key]) => fold(key))
  return new Map([...byKey].map(([key, same]) => [key, same.map(([, item]) => item)]))
}

// Unicode's simple folding, as far as it reaches ASCII: the long s; the Kelvin sign is lowered by itself
function fold(key: string): string {
  return key.toLowerCase().replaceAll('ſ', 's')
}

function valuesAt(fields: Fields, keys: readonly string[]): readonly unknown[] {
  return keys.flatMap(key => fields.get(key) ?? [])
}

function lists(fields: Fields, ...keys: readonly string[]): readonly string[] {
  return valuesAt(fields, keys).flatMap(stringsOf)
}

function texts(fields: Fields, ...keys: readonly string[]): readonly string[] {
  return valuesAt(fields, keys).filter(value => typeof value === 'string')
}

function entries(fields: Fields, ...keys: readonly string[]): readonly Fields[] {
  return valuesAt(fields, keys)
    .flatMap(value => value)
    .filter(isMapping)
    .map(fieldsOf)
}

/** `files` are written `path` or `key=path`; a key that is none is told only after the file was read. */
function generatorFiles(generator: Fields): readonly string[] {
  const files = lists(generator, 'files').map(file => file.slice(file.indexOf('=') + 1))
  return [...files, ...lists(generator, 'envs'), ...texts(generator, 'env')]
}

function chartFiles(chart: Fields): readonly string[] {
  return [...texts(chart, 'valuesfile', 'values'), ...lists(chart, 'additionalvaluesfiles')]
}

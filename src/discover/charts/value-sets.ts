import { join } from 'node:path/posix'
import type { Files } from '../../world.ts'
import { isMapping, loadYaml } from '../load-yaml.ts'

/** The further sets of values of a chart that convention tells, root-relative. */
export interface ValueSets {
  readonly sets: readonly string[]
  /** Encrypted by SOPS: what they set can't be known here. */
  readonly encrypted: readonly string[]
  /** Sets beyond the bound. */
  readonly left: readonly string[]
}

/** One public chart has 30 (opentelemetry-collector); the next 20. */
const mostSets = 40

const besideValues = /^values[-.](?!(?:schema|examples?|samples?|templates?|tmpl|dist)\b).+\.ya?ml$/is

/**
 * Where people keep values besides `values.yaml`: `values-prod.yaml` or `values.prod.yaml`, all of a folder `values`, and
 * `ci/*-values.yaml`, with which chart-testing installs a chart (https://github.com/helm/chart-testing). A file without
 * any value is the default set once more.
 */
export async function valueSets(files: Files, chart: string): Promise<ValueSets> {
  const candidates = [
    ...(await filesOf(files, chart, besideValues)),
    ...(await filesOf(files, join(chart, 'values'), /\.ya?ml$/i)),
    ...(await filesOf(files, join(chart, 'ci'), /-values\.ya?ml$/i)),
  ]
  const looked = await Promise.all(candidates.map(async file => ({ file, is: await classify(files, file) })))
  const of = (kind: ValueFile): readonly string[] => looked.filter(({ is }) => is === kind).map(({ file }) => file)
  const sets = of('set')
  return { sets: sets.slice(0, mostSets), left: sets.slice(mostSets), encrypted: of('encrypted') }
}

async function filesOf(files: Files, folder: string, name: RegExp): Promise<readonly string[]> {
  const list = await files.list(folder)
  const entries = list.kind === 'entries' ? list.entries : []
  return entries.filter(entry => entry.kind === 'file' && name.test(entry.name)).map(entry => join(folder, entry.name))
}

type ValueFile = 'set' | 'encrypted' | 'other'

/** A file that can't be read counts as a set, so that helm says what is wrong with it. */
async function classify(files: Files, file: string): Promise<ValueFile> {
  const read = await files.read(file)
  const value = read.kind === 'text' ? loadYaml(read.text) : undefined
  if (read.kind === 'text' && !/^[^\s#]/m.test(read.text.replace(/^---.*$/m, ''))) return 'other'
  if (value === undefined) return 'set'
  if (!isMapping(value) || Object.keys(value).length === 0 || isOther(value)) return 'other'
  return isMapping(value['sops']) ? 'encrypted' : 'set'
}

function isOther(value: Readonly<Record<string, unknown>>): boolean {
  const isManifest = typeof value['apiVersion'] === 'string' && typeof value['kind'] === 'string'
  return isManifest || '$schema' in value
}

import { join, relative } from 'node:path/posix'
import type { Files } from '../world.ts'
import { quoted } from './problem.ts'
import type { Reader } from './reader.ts'
import type { ConfigSource } from './schema.ts'
import type { ConfiguredSource } from './types.ts'
import { writtenPath } from './written-path.ts'
import type { ConfigPath } from './yaml-places.ts'

type ConfiguredChart = Extract<ConfiguredSource, { readonly kind: 'chart' }>

type Chart = Extract<ConfigSource, { readonly chart: string }>

/** The sources of the configuration; paths of the call take their place. */
export async function readSources(reader: Reader, root: Files): Promise<readonly ConfiguredSource[]> {
  const written = reader.file?.config.sources ?? []
  if (reader.entries('paths') !== undefined) return []
  const sources: ConfiguredSource[] = []
  for (const [index, entry] of written.entries()) {
    const origin = { kind: 'file', place: reader.placeOf(['sources', index]) } as const
    reader.note({ key: `sources[${index}]`, shown: shown(entry), origin })
    sources.push(await new SourceReader(reader, root, index).read(entry))
  }
  return sources
}

// values that are set may be passwords
function shown(entry: ConfigSource): string {
  if ('kustomize' in entry) return `kustomize: ${entry.kustomize}`
  if ('manifests' in entry) return `manifests: ${entry.manifests}`
  const values = entry.values?.map(file => ` --values ${file}`) ?? []
  const set = Object.keys(entry.set ?? {}).map(key => ` --set ${key}=***`)
  return `chart: ${entry.chart}${values.join('')}${set.join('')}`
}

class SourceReader {
  readonly #reader: Reader
  readonly #root: Files
  readonly #path: ConfigPath

  constructor(reader: Reader, root: Files, index: number) {
    this.#reader = reader
    this.#root = root
    this.#path = ['sources', index]
  }

  async read(entry: ConfigSource): Promise<ConfiguredSource> {
    if ('kustomize' in entry) return { kind: 'kustomize', path: await this.#folderOf('kustomize', entry.kustomize) }
    if ('manifests' in entry) return { kind: 'manifests', pattern: this.#inside('manifests', entry.manifests) }
    const path = isRemote(entry.chart) ? entry.chart : await this.#folderOf('chart', entry.chart)
    return {
      kind: 'chart',
      path,
      values: await Promise.all((entry.values ?? []).map((file, item) => this.#values(path, file, item))),
      set: this.#set(entry),
      setAt: this.#setAt(entry),
      release: entry.release,
      namespace: entry.namespace,
      kubeVersion: entry['kube-version'],
      apiVersions: entry['api-versions'] ?? [],
    }
  }

  /** A path told from the root, where it is to be told from the configuration's folder, is a slip that is easily made. */
  async #folderOf(key: string, written: string): Promise<string> {
    const path = this.#inside(key, written)
    if (this.#folder === '.' || (await this.#root.kind(path)) !== 'absent') return path
    const fromRoot = await this.#root.kind(written)
    if (fromRoot !== 'file' && fromRoot !== 'folder') return path
    const place = this.#reader.placeOf([...this.#path, key])
    const why = `there is no ${quoted(path)}; paths are relative to the folder of ${this.#reader.file?.path}: write ${quoted(relative(this.#folder, written))}`
    this.#reader.wrong({ kind: 'file', place }, why)
    return path
  }

  #inside(key: string, written: string, item?: number): string {
    const at = writtenPath(this.#root, this.#folder, written)
    if (at.kind === 'inside') return at.path
    const place = this.#reader.placeOf([...this.#path, key, ...(item === undefined ? [] : [item])])
    const why = `${quoted(written)} is outside of the repository; paths are relative to the folder of ${this.#reader.file?.path}`
    this.#reader.wrong({ kind: 'file', place }, why)
    return written
  }

  /** Values are looked for beside the configuration first, then in the chart's folder. */
  async #values(chart: string, written: string, item: number): Promise<string> {
    const beside = writtenPath(this.#root, this.#folder, written)
    if (beside.kind === 'inside' && (await this.#root.kind(beside.path)) !== 'absent') return beside.path
    const inChart = writtenPath(this.#root, chart, written)
    const isThere = !isRemote(chart) && inChart.kind === 'inside' && (await this.#root.kind(inChart.path)) === 'file'
    return isThere ? join(chart, written) : this.#inside('values', written, item)
  }

  get #folder(): string {
    return this.#reader.file?.folder ?? '.'
  }

  #setAt({ set = {} }: Chart): ConfiguredChart['setAt'] {
    const file = this.#reader.file?.path
    return file === undefined ? undefined : Object.keys(set).map(key => ({ file, path: [...this.#path, 'set', key] }))
  }

  // what YAML reads as a number is passed on as it is written: `1.10` is a tag
  #set({ set = {} }: Chart): readonly string[] {
    return Object.entries(set).map(([key, value]) => {
      const plain = typeof value === 'number' ? this.#reader.file?.plainText([...this.#path, 'set', key]) : undefined
      return `${key}=${literal(plain ?? String(value))}`
    })
  }
}

// a comma would begin the next assignment of `helm --set`; a value in braces is a list there, as meant
function literal(value: string): string {
  return value.startsWith('{') ? value : value.replace(/(?<!\\),/g, '\\,')
}

function isRemote(chart: string): boolean {
  return /^[a-z]+:\/\//.test(chart)
}

import { join } from 'node:path/posix'
import { isMapping, loadYaml } from '../../discover/load-yaml.ts'
import type { Files } from '../../world.ts'

/** A chart that another one depends on (https://helm.sh/docs/topics/charts/#chart-dependencies). */
export interface Requirement {
  readonly name: string
  /** A constraint. */
  readonly version: string
  /** As written: `https://…`, `oci://…`, `file://…`, `@alias`, or nothing for what lies in `charts/`. */
  readonly repository: string
  /** The version that the lock file holds. */
  readonly locked?: string | undefined
}

type Mapping = Readonly<Record<string, unknown>>

/** What a chart's folder says that it needs: in Chart.yaml, in charts of old in requirements.yaml. */
async function readRequirements(files: Files, chart: string): Promise<readonly Requirement[]> {
  const own = await listIn(files, join(chart, 'Chart.yaml'))
  const isOld = own.length === 0
  const written = isOld ? await listIn(files, join(chart, 'requirements.yaml')) : own
  if (written.length === 0) return []
  const locks = await listIn(files, join(chart, isOld ? 'requirements.lock' : 'Chart.lock'))
  return written.map(entry => {
    const name = text(entry['name'])
    const repository = text(entry['repository'])
    const lock = locks.find(candidate => candidate['name'] === name && text(candidate['repository']) === repository)
    return { name, version: text(entry['version']), repository, locked: lock && text(lock['version']) }
  })
}

async function listIn(files: Files, path: string): Promise<readonly Mapping[]> {
  const read = await files.read(path)
  const value = read.kind === 'text' ? loadYaml(read.text) : undefined
  const list = isMapping(value) ? value['dependencies'] : undefined
  return Array.isArray(list) ? list.filter(isMapping) : []
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** The requirements that are not in the chart's `charts` folder, as helm looks for them: by the name of the chart. */
export async function missingRequirements(files: Files, chart: string): Promise<readonly Requirement[]> {
  const requirements = await readRequirements(files, chart)
  if (requirements.length === 0) return []
  const present = await vendored(files, join(chart, 'charts'))
  const missing = requirements.filter(({ name }) => !present.some(isThere => isThere(name)))
  return [...new Map(missing.map(requirement => [JSON.stringify(requirement), requirement])).values()]
}

type Present = (name: string) => boolean

async function vendored(files: Files, folder: string): Promise<readonly Present[]> {
  const list = await files.list(folder)
  const entries = list.kind === 'entries' ? list.entries : []
  return Promise.all(
    entries.map(async ({ name: entry, kind }): Promise<Present> => {
      if (kind === 'file')
        return name => entry.startsWith(`${name}-`) && /^\d.*\.tgz$/.test(entry.slice(name.length + 1))
      const read = await files.read(join(folder, entry, 'Chart.yaml'))
      const value = read.kind === 'text' ? loadYaml(read.text) : undefined
      return name => isMapping(value) && value['name'] === name
    }),
  )
}

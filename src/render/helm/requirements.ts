import { join } from 'node:path/posix'
import { isMapping, loadYaml } from '../../discover/load-yaml.ts'
import { satisfies } from '../../fetch/version-constraint.ts'
import type { SourcePlace } from '../../discover/types.ts'
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
  /** Where it is written. */
  readonly place: SourcePlace
}

type Mapping = Readonly<Record<string, unknown>>

/** What a chart's folder says that it needs: in Chart.yaml, in charts of old in requirements.yaml. */
async function readRequirements(files: Files, chart: string): Promise<readonly Requirement[]> {
  const own = await listIn(files, join(chart, 'Chart.yaml'))
  const isOld = own.list.length === 0
  const written = isOld ? await listIn(files, join(chart, 'requirements.yaml')) : own
  if (written.list.length === 0) return []
  const { list: locks } = await listIn(files, join(chart, isOld ? 'requirements.lock' : 'Chart.lock'))
  return written.list.map(entry => {
    const [name, version, repository] = [text(entry['name']), text(entry['version']), text(entry['repository'])]
    const place = { file: written.file, line: lineOf(written.text, name) }
    return { name, version, repository, locked: lockedVersion({ name, version, repository }, locks), place }
  })
}

/** One chart may be needed in several versions: then that which the constraint allows. */
function lockedVersion(
  { name, version, repository }: Pick<Requirement, 'name' | 'version' | 'repository'>,
  locks: readonly Mapping[],
): string | undefined {
  const candidates = locks
    .filter(lock => lock['name'] === name && text(lock['repository']) === repository)
    .map(lock => text(lock['version']))
  return candidates.find(candidate => satisfies(candidate, version)) ?? candidates[0]
}

/** The first line below `dependencies` that names the chart. */
function lineOf(written: string, name: string): number | undefined {
  const lines = written.split('\n')
  const begin = lines.findIndex(line => line.startsWith('dependencies'))
  const names = (line: string) => [...line.matchAll(/\bname["']?:\s*["']?([^"'\s,}]+)/g)].map(([, found]) => found)
  const at = lines.findIndex((line, index) => index >= begin && names(line).includes(name))
  return at === -1 ? undefined : at + 1
}

interface ReadList {
  readonly file: string
  readonly text: string
  readonly list: readonly Mapping[]
}

async function listIn(files: Files, file: string): Promise<ReadList> {
  const read = await files.read(file)
  const content = read.kind === 'text' ? read.text : ''
  const value = loadYaml(content)
  const list = isMapping(value) ? value['dependencies'] : undefined
  return { file, text: content, list: Array.isArray(list) ? list.filter(isMapping) : [] }
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
  return [
    ...new Map(
      missing.map(requirement => [JSON.stringify({ ...requirement, place: undefined }), requirement]),
    ).values(),
  ]
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

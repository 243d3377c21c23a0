import { join } from 'node:path/posix'
import { findOutsideLink } from '../../discover/survey/outside-link.ts'
import { resolvePath } from '../../discover/survey/root-path.ts'
import type { RemoteChart } from '../../fetch/types.ts'
import { satisfies } from '../../fetch/version-constraint.ts'
import type { Files } from '../../world.ts'
import type { Requirement } from './requirements.ts'

/** Where a required chart is to be had. */
export type Located =
  | { readonly kind: 'local'; readonly path: string }
  | { readonly kind: 'remote'; readonly name: string; readonly chart: RemoteChart }
  /** A mistake in the chart. */
  | { readonly kind: 'missing'; readonly detail: string }
  /** The lock file does not go with what is required. */
  | { readonly kind: 'stale-lock'; readonly detail: string }
  /** Only another machine knows. */
  | { readonly kind: 'unresolved'; readonly detail: string }

/** Reads a dependency's `repository`, with the version of the lock file where there is one. */
export async function locateRequirement(requirement: Requirement, chart: string, files: Files): Promise<Located> {
  const { name, repository, version, locked } = requirement
  if (repository.startsWith('file://')) return locateLocal(requirement, chart, files)
  if (locked !== undefined && version !== '' && !satisfies(locked, version)) {
    return { kind: 'stale-lock', detail: `${name} ${version} is wanted, and ${locked} is locked` }
  }
  const wanted = locked ?? version
  if (repository.startsWith('oci://')) {
    const path = `${repository.slice('oci://'.length).replace(/\/+$/, '')}/${name}`
    return { kind: 'remote', name, chart: { kind: 'oci', repository: path, version: wanted } }
  }
  if (/^https?:\/\//.test(repository)) {
    return { kind: 'remote', name, chart: { kind: 'repository', url: repository, name, version: wanted } }
  }
  if (repository === '') return { kind: 'missing', detail: name }
  return { kind: 'unresolved', detail: `${name} from ${repository}` }
}

async function locateLocal({ name, repository }: Requirement, chart: string, files: Files): Promise<Located> {
  const path = resolvePath(chart, repository.slice('file://'.length))
  const kind = path === undefined ? 'outside' : await files.kind(path)
  if (path === undefined || kind === 'outside') {
    return { kind: 'missing', detail: `${name}: ${repository} lies outside of the repository` }
  }
  const isChart = kind === 'file' ? path.endsWith('.tgz') : (await files.kind(join(path, 'Chart.yaml'))) === 'file'
  if (!isChart) return { kind: 'missing', detail: `${name}: there is no chart at ${repository}` }
  const outside = await findOutsideLink(files, path)
  if (outside === undefined) return { kind: 'local', path }
  return { kind: 'missing', detail: `${name}: ${outside} leads out of the repository` }
}

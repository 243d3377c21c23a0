import { readFileSync } from 'node:fs'
import { indexedVersions } from './chart-index.ts'
import type { IndexedChart } from './chart-index.ts'
import { archiveOf } from './archive.ts'
import type { KeptFile } from './archive.ts'
import { troubleOf, unavailable } from './trouble.ts'
import type { FetchedChart, RemoteChart } from './types.ts'
import { chooseVersion } from './version-constraint.ts'

/** The largest public index (bitnami) has 20 MB. */
const largestIndex = 64 * 1024 * 1024

export interface RepositoryDesk {
  /** Downloads a file, equal ones once in a run. */
  readonly get: (url: URL, limit: number) => Promise<KeptFile>
}

/** A chart of a repository that has an `index.yaml`. */
export async function repositoryChart(
  chart: Extract<RemoteChart, { kind: 'repository' }>,
  desk: RepositoryDesk,
): Promise<FetchedChart> {
  const base = webAddress(chart.url.replace(/\/*$/, '/'))
  if (base === undefined) return unavailable('unusable', `${chart.url} is no address of a chart repository`)
  const indexUrl = new URL('index.yaml', base)
  indexUrl.search = base.search
  const index = await desk.get(indexUrl, largestIndex)
  if (index.kind === 'cause') return troubleOf(index.cause, indexUrl.href)
  // read at one go, so that of many charts of a large index not all have it in memory
  const versions = indexedVersions(readFileSync(index.file, 'utf8'), chart.name)
  if (versions === undefined) return unavailable('unusable', `${indexUrl.href} is no index of charts`)
  if (versions.length === 0) return unavailable('absent', `${chart.url} has no chart ${chart.name}`)
  const chosen = choose(versions, chart.version)
  if (chosen === undefined)
    return unavailable('absent', `${chart.url} has no version ${chart.version} of ${chart.name}`)
  return fetchIndexed(chosen, base, desk)
}

function choose(versions: readonly IndexedChart[], constraint: string): IndexedChart | undefined {
  const names = versions.map(({ version }) => version)
  const version = chooseVersion(names, constraint)
  return versions.find(candidate => candidate.version === version)
}

async function fetchIndexed(
  { url, version, sha256 }: IndexedChart,
  base: URL,
  desk: RepositoryDesk,
): Promise<FetchedChart> {
  const address = webAddress(URL.parse(url, base.href)?.href ?? '')
  if (address === undefined) return unavailable('unusable', `the index names ${url}`)
  const fetched = await archiveOf(address, version, desk)
  if (fetched.kind === 'unavailable' || sha256 === undefined) return fetched
  return fetched.sha256 === sha256
    ? fetched
    : unavailable('unusable', `${address.href} is not what the index describes`)
}

/** An address for HTTP, without a login in it. */
export function webAddress(text: string): URL | undefined {
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined
  url.username = ''
  url.password = ''
  url.hash = ''
  return url
}

import { ownHost } from '../plan/hosts.ts'
import { causeOf, flawOf, goodResponse } from '../registry/reading.ts'
import { digestOf, isDigest } from '../registry/content/digest.ts'
import type { Inquirer } from '../registry/inquirer.ts'
import { Trail } from '../registry/diagnosis/trail.ts'
import type { Access, Registry, Target } from '../registry/types.ts'
import type { Answer } from '../registry/answers/types.ts'
import type { Descriptor, Manifest } from '../registry/content/types.ts'
import { keepArchive, largestArchive } from './archive.ts'
import type { Keep } from './archive.ts'
import { troubleOf, unavailable } from './trouble.ts'
import type { FetchedChart, RemoteChart, UnavailableChart } from './types.ts'
import { chooseVersion } from './version-constraint.ts'

export interface RegistryDesk {
  readonly registry: Pick<Registry, 'login' | 'manifest' | 'tags'>
  readonly inquirer: Inquirer
  readonly now: () => number
  readonly keep: Keep
}

type RegistryChart = Extract<RemoteChart, { kind: 'oci' }>

/** The layer that is the chart (https://helm.sh/docs/topics/registries, Helm charts as artifacts). */
const chartLayers: ReadonlySet<string> = new Set([
  'application/vnd.cncf.helm.chart.content.v1.tar+gzip',
  'application/tar+gzip',
])

/** A chart in a registry, read with the runner's own docker login. */
export async function registryChart(chart: RegistryChart, desk: RegistryDesk): Promise<FetchedChart> {
  const [, domain = '', path = ''] = /^([^/]+)\/(.+)$/.exec(chart.repository) ?? []
  if (!/^[\w.-]+(?::\d{1,5})?$/.test(domain) || !/^[a-z0-9._/-]+$/.test(path)) {
    return unavailable('unusable', `${chart.repository} is no repository of a registry`)
  }
  const as = await accessTo(domain, path, desk)
  const target: Target = { host: ownHost(domain, { insecureRegistries: [] }), repository: path, as }
  const reference = await referenceOf(chart, target, desk)
  return typeof reference === 'string' ? fetchReference({ chart, target, reference }, desk) : reference
}

async function accessTo(domain: string, path: string, { registry }: RegistryDesk): Promise<Access> {
  const login = await registry.login(domain, path)
  if (login.kind !== 'login') return { kind: 'anonymous' }
  return { kind: 'runner', credential: login.credential, from: login.from }
}

/** The digest, the tag of an exact version, or the newest tag that the constraint allows. A `+` is `_` in tags. */
async function referenceOf(
  { digest, version, repository }: RegistryChart,
  target: Target,
  { registry }: RegistryDesk,
): Promise<string | UnavailableChart> {
  if (digest !== undefined) return isDigest(digest) ? digest : unavailable('unusable', `${digest} is no digest`)
  if (/^v?\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/.test(version)) return version.replaceAll('+', '_')
  const answer = await registry.tags(target)
  if (answer.kind !== 'found') return troubleOf(answer, `the tags of ${repository}`)
  const tags = answer.value.tags.map(tag => tag.replaceAll('_', '+'))
  const chosen = chooseVersion(tags, version)
  return chosen?.replaceAll('+', '_') ?? unavailable('absent', `${repository} has no version ${version}`)
}

interface Pull {
  readonly chart: RegistryChart
  readonly target: Target
  readonly reference: string
}

async function fetchReference({ chart, target, reference }: Pull, desk: RegistryDesk): Promise<FetchedChart> {
  const what = `${chart.repository}${chart.digest === undefined ? ':' : '@'}${reference}`
  const answer = await desk.registry.manifest(target, reference)
  if (answer.kind !== 'found') return troubleOf(answer, what)
  const layer = chartLayer(answer)
  if (layer === undefined) return unavailable('unusable', `${what} is no Helm chart`)
  if (layer.size > largestArchive) return unavailable('unusable', `${what} is too large: ${layer.size} bytes`)
  const inquiry = { target, trail: new Trail(), path: `/blobs/${layer.digest}`, bodyLimit: largestArchive }
  const reply = await desk.inquirer.ask({ ...inquiry, method: 'GET' })
  const good = goodResponse(reply)
  if (reply.kind === 'cause' || good === undefined) return troubleOf(causeOf(reply, desk.now()), what)
  const flaw = flawOf(reply)
  if (flaw !== undefined) return troubleOf(flaw, what)
  if (digestOf(good.body, layer.digest) !== layer.digest) return unavailable('unusable', `${what} has another digest`)
  return keepArchive(good.body, { version: reference.replaceAll('_', '+'), what, keep: desk.keep })
}

function chartLayer({ value }: Extract<Answer<Manifest>, { kind: 'found' }>): Descriptor | undefined {
  if (value.kind !== 'manifest' || !value.config.mediaType.startsWith('application/vnd.cncf.helm.')) return undefined
  return value.layers.find(({ mediaType, digest }) => chartLayers.has(mediaType) && isDigest(digest))
}

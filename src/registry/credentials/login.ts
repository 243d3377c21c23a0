import type { Secret } from '../../secret.ts'
import type { Redactor } from '../diagnosis/redact.ts'
import type { Registry, RunnerLogin } from '../types.ts'
import type { HelperOptions, HelperReply } from './helper.ts'
import { createHelpers } from './helpers.ts'
import type { AskHelper } from './helpers.ts'
import { findKey, findOthers, serverKey } from './keys.ts'
import { readPlaces } from './places.ts'
import type { Place } from './places.ts'

export interface LoginOptions extends HelperOptions {
  readonly dockerConfig?: string | undefined
  readonly githubToken?: Secret | undefined
  readonly redactor: Redactor
}

/** Finds the runner's login as docker and podman would; the workflow's token opens ghcr.io where nothing else does. */
export function createLogins(options: LoginOptions): Registry['login'] {
  const { redactor } = options
  const ask = createHelpers(options)
  let places: Promise<readonly Place[]> | undefined
  return async (registry, repository) => {
    places ??= readPlaces(options.environment, options.dockerConfig)
    const found = await search(await places, { registry, repository, ask })
    const login = found.kind === 'login' ? found : (githubLogin(registry, options) ?? found)
    if (login.kind === 'login')
      for (const credential of [login.credential, ...(login.others ?? [])]) redactor.addCredential(credential)
    return login
  }
}

type Login = Extract<RunnerLogin, { readonly kind: 'login' }>

interface Search {
  readonly registry: string
  readonly repository: string
  readonly ask: AskHelper
}

async function search(places: readonly Place[], wanted: Search): Promise<RunnerLogin> {
  const misses: Exclude<RunnerLogin, { kind: 'login' }>[] = []
  for (const [at, place] of places.entries()) {
    const login = place.kind === 'config' ? await searchPlace(place, wanted) : place
    if (login?.kind === 'login') return withOthers(login, places.slice(at + 1), wanted)
    if (login !== undefined) misses.push(login)
  }
  const broken = misses.find(({ kind }) => kind === 'broken')
  return broken ?? misses[0] ?? { kind: 'none', why: whyNone(places, wanted) }
}

// each costs a question where the one before is refused
const mostOthers = 3

/** Entries of later places go along, for where the first is refused; their helpers are not asked for that. */
function withOthers(login: Login, later: readonly Place[], { registry, repository }: Search): Login {
  const entries = later.flatMap(place => {
    if (place.kind !== 'config') return []
    const key = findKey(place.config.auths.keys(), registry, repository)
    return (key !== undefined && place.config.auths.get(key)) || []
  })
  const others = [...(login.others ?? []), ...entries].slice(0, mostOthers)
  return others.length > 0 ? { ...login, others } : login
}

/** A helper that is set for a host is asked instead of the entries, not besides them (docker/cli, native_store.go). */
async function searchPlace(
  place: Extract<Place, { kind: 'config' }>,
  wanted: Search,
): Promise<RunnerLogin | undefined> {
  const { config, from } = place
  const { registry, repository, ask } = wanted
  const helperKey = findKey(config.credentialHelpers.keys(), registry, '')
  const suffix = (helperKey && config.credentialHelpers.get(helperKey)) ?? config.credentialStore
  if (suffix !== undefined) return fromHelper(await ask(suffix, serverKey(registry)), { registry, suffix, from })
  const key = findKey(config.auths.keys(), registry, repository)
  const credential = key === undefined ? undefined : config.auths.get(key)
  if (key === undefined || credential === undefined) return undefined
  const others = findOthers(config.auths.keys(), key).flatMap(other => config.auths.get(other) ?? [])
  return { kind: 'login', credential, from, ...(others.length > 0 && { others }) }
}

function fromHelper(
  reply: HelperReply,
  { registry, suffix, from }: { registry: string; suffix: string; from: string },
): RunnerLogin {
  const helper = `docker-credential-${suffix} (${from})`
  switch (reply.kind) {
    case 'credential':
      return { kind: 'login', credential: reply.credential, from: helper }
    case 'none':
      return { kind: 'none', why: `${helper} holds no login for ${registry}` }
    case 'broken':
      return { kind: 'broken', from: helper, why: reply.why }
  }
}

function whyNone(places: readonly Place[], { registry }: Search): string {
  const [first] = places
  if (first === undefined) return 'there is no docker config'
  return `${places.map(({ from }) => from).join(', ')} ${places.length === 1 ? 'has' : 'have'} no entry for ${registry}`
}

/** GHCR takes any user name with a token; it goes to no other registry. */
function githubLogin(registry: string, { githubToken, environment }: LoginOptions): RunnerLogin | undefined {
  if (registry !== 'ghcr.io' || githubToken === undefined || githubToken.reveal() === '') return undefined
  const username = environment['GITHUB_ACTOR'] || 'x-access-token'
  return {
    kind: 'login',
    credential: { kind: 'basic', username, password: githubToken },
    from: "the workflow's token",
    ofJob: true,
  }
}

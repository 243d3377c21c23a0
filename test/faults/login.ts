import { Secret } from '../../src/secret.ts'

/** The only login that is good; its parts are easy to find in any output. */
export const alice = { name: 'alice', password: 'hunter2:"ß&/+ ', identityToken: 'refresh-of-alice-7c1f' }

/** A login that was good once, or never. */
const stale = { name: 'alice', password: 'hunter2-of-last-year', identityToken: 'refresh-of-last-year' }

type Login = typeof alice

/** Who asks: nobody, the pod by its pull secret, or the runner by its own login. */
export type Who = 'nobody' | 'secret' | 'stale-secret' | 'runner' | 'stale-runner' | 'runner-identity'

/** A docker config that holds the login for one registry. */
export function dockerConfig(registry: string, { name, password }: Login): string {
  const server = registry === 'docker.io' ? 'https://index.docker.io/v1/' : registry
  return JSON.stringify({ auths: { [server]: { auth: basic(`${name}:${password}`) } } })
}

/** The same with an identity token, as `docker login` writes it for some registries. */
function identityConfig(registry: string, { name, identityToken }: Login): string {
  return JSON.stringify({ auths: { [registry]: { auth: basic(`${name}:`), identitytoken: identityToken } } })
}

/** What the runner holds, by `DOCKER_AUTH_CONFIG`. */
export function runnerConfig(who: Who, registry: string): string {
  if (who === 'runner-identity') return identityConfig(registry, alice)
  if (who === 'runner') return dockerConfig(registry, alice)
  return who === 'stale-runner' ? dockerConfig(registry, stale) : '{"auths":{}}'
}

/** The pull secret of the pod, if it names one. */
export function pullSecret(who: Who, registry: string): Secret | undefined {
  if (who === 'secret') return new Secret(dockerConfig(registry, alice))
  return who === 'stale-secret' ? new Secret(dockerConfig(registry, stale)) : undefined
}

/**
 * What no output may hold: parts of all logins, plain, as Basic sends them and as URLs and JSON spell them, and the
 * tokens that registries of the tests issue. Parts, so that a half of a secret is found as well.
 */
export function leaksIn(text: string): readonly string[] {
  return forbidden.filter(part => text.includes(part))
}

const forbidden: readonly string[] = [
  'hunter2',
  'refresh-of',
  'simulated.',
  'made-up',
  'X-Injected',
  ...[alice, stale].flatMap(({ name, password, identityToken }) =>
    [`${name}:${password}`, password, identityToken, `:${identityToken}`].map(middleOfBase64),
  ),
]

// the ends of base64 depend on what stands beside
function middleOfBase64(text: string): string {
  return basic(text).slice(4, 16)
}

function basic(text: string): string {
  return Buffer.from(text).toString('base64')
}

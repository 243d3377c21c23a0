import { describe, expect, test } from 'vitest'
import { singleManifest } from '../image.ts'
import { startRegistry } from '../registry.ts'
import type { SimulatedRegistry } from '../registry.ts'
import type { AuthOptions } from './auth.ts'
import type { StyleName } from './styles.ts'

const accept = 'application/vnd.oci.image.manifest.v1+json'
const alice = { name: 'alice', password: 'al:ice', identityToken: 'refresh-alice', pulls: ['acme/*'] }

function basic(user: { name: string; password: string }): string {
  return `Basic ${Buffer.from(`${user.name}:${user.password}`).toString('base64')}`
}

async function start(auth: AuthOptions): Promise<SimulatedRegistry> {
  const registry = await startRegistry({ auth: { users: [alice], public: ['library/*'], ...auth } })
  registry.push('library/nginx', 'v1', singleManifest())
  registry.push('acme/web', 'v1', singleManifest())
  registry.push('other/app', 'v1', singleManifest())
  return registry
}

/** Asks as a client does: once without a token, then with the one that the challenge leads to. */
async function pull(registry: SimulatedRegistry, repository: string, login?: string): Promise<string> {
  const url = `${registry.origin}/v2/${repository}/manifests/v1`
  const first = await fetch(url, { headers: { accept } })
  const challenge = first.headers.get('www-authenticate') ?? ''
  if (first.status !== 401) return `registry ${first.status}`
  if (!challenge.startsWith('Bearer')) {
    const second = await fetch(url, { headers: { accept, ...(login === undefined ? {} : { authorization: login }) } })
    return `registry ${second.status}`
  }
  const given = await fetch(tokenUrl(challenge), login === undefined ? {} : { headers: { authorization: login } })
  if (given.status !== 200) return `token ${given.status}`
  const { token, access_token } = (await given.json()) as { token?: string; access_token?: string }
  const authorization = `Bearer ${access_token ?? token ?? ''}`
  const second = await fetch(url, { headers: { accept, authorization } })
  return `registry ${second.status}`
}

function tokenUrl(challenge: string): URL {
  const field = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(challenge)?.[1]
  const url = new URL(field('realm') ?? '')
  url.search = new URLSearchParams({ service: field('service') ?? '', scope: field('scope') ?? '' }).toString()
  return url
}

interface Row {
  readonly style: StyleName
  readonly open: string
  readonly secret: string
  readonly missing: string
  readonly mine: string
  readonly notMine: string
  readonly wrong: string
}

const ok = 'registry 200'
const table: Row[] = [
  {
    style: 'distribution',
    open: ok,
    secret: 'registry 401',
    missing: 'registry 401',
    mine: ok,
    notMine: 'registry 401',
    wrong: 'token 401',
  },
  {
    style: 'htpasswd',
    open: ok,
    secret: 'registry 401',
    missing: 'registry 401',
    mine: ok,
    notMine: 'registry 401',
    wrong: 'registry 401',
  },
  {
    style: 'hub',
    open: ok,
    secret: 'registry 401',
    missing: 'registry 401',
    mine: ok,
    notMine: 'registry 401',
    wrong: 'token 401',
  },
  {
    style: 'ghcr',
    open: ok,
    secret: 'token 403',
    missing: 'token 403',
    mine: ok,
    notMine: 'token 403',
    wrong: 'token 403',
  },
  {
    style: 'quay',
    open: ok,
    secret: 'registry 401',
    missing: 'registry 401',
    mine: ok,
    notMine: 'registry 401',
    wrong: 'token 401',
  },
  {
    style: 'gar',
    open: ok,
    secret: 'token 403',
    missing: 'token 403',
    mine: ok,
    notMine: 'token 403',
    wrong: 'token 401',
  },
  {
    style: 'ecr',
    open: ok,
    secret: 'registry 401',
    missing: 'registry 401',
    mine: ok,
    notMine: 'registry 403',
    wrong: 'registry 401',
  },
  {
    style: 'ecr-public',
    open: ok,
    secret: 'registry 401',
    missing: 'registry 404',
    mine: ok,
    notMine: 'registry 401',
    wrong: 'token 403',
  },
  {
    style: 'harbor',
    open: ok,
    secret: 'registry 401',
    missing: 'registry 401',
    mine: ok,
    notMine: 'registry 401',
    wrong: 'registry 401',
  },
  {
    style: 'artifactory',
    open: ok,
    secret: 'registry 401',
    missing: 'registry 401',
    mine: ok,
    notMine: 'registry 401',
    wrong: 'token 401',
  },
  {
    style: 'gitea',
    open: ok,
    secret: 'registry 401',
    missing: 'registry 404',
    mine: ok,
    notMine: 'registry 401',
    wrong: 'token 401',
  },
  {
    style: 'zot',
    open: ok,
    secret: 'registry 401',
    missing: 'registry 401',
    mine: ok,
    notMine: 'registry 403',
    wrong: 'registry 401',
  },
  {
    style: 'redhat',
    open: ok,
    secret: 'token 401',
    missing: 'token 401',
    mine: ok,
    notMine: 'token 401',
    wrong: 'token 401',
  },
]

describe.each(table)('$style', row => {
  test('answers each caller as it does', async () => {
    await using registry = await start({ style: row.style })
    expect({
      style: row.style,
      open: await pull(registry, 'library/nginx'),
      secret: await pull(registry, 'acme/web'),
      missing: await pull(registry, 'nobody/nothing'),
      mine: await pull(registry, 'acme/web', basic(alice)),
      notMine: await pull(registry, 'other/app', basic(alice)),
      wrong: await pull(registry, 'acme/web', basic({ name: 'alice', password: 'guess' })),
    }).toEqual(row)
  })
})

test('the token server can have an origin of its own, and requests to it are recorded with its host', async () => {
  await using registry = await start({ separateTokenServer: true })
  expect(await pull(registry, 'acme/web', basic(alice))).toBe(ok)
  expect(registry.tokenHost).not.toBe(registry.host)
  expect(
    registry.requests.map(({ route, host, authorization, user, status }) => ({
      route,
      host,
      authorization,
      user,
      status,
    })),
  ).toEqual([
    { route: 'manifest', host: registry.host, authorization: 'none', user: undefined, status: 401 },
    { route: 'token', host: registry.tokenHost, authorization: 'basic', user: 'alice', status: 200 },
    { route: 'manifest', host: registry.host, authorization: 'bearer', user: 'alice', status: 200 },
  ])
})

test('a token ends with its time, and the challenge then says so', async () => {
  let now = 1_000_000
  await using registry = await startRegistry({ auth: { public: ['**'], tokenSeconds: 60 }, now: () => now })
  registry.push('acme/web', 'v1', singleManifest())
  const given = await fetch(`${registry.origin}/token?scope=repository:acme/web:pull`)
  const { token } = (await given.json()) as { token: string }
  const headers = { accept, authorization: `Bearer ${token}` }
  const url = `${registry.origin}/v2/acme/web/manifests/v1`
  expect((await fetch(url, { headers })).status).toBe(200)
  now += 60_001
  const late = await fetch(url, { headers })
  expect(late.status).toBe(401)
  expect(late.headers.get('www-authenticate')).toContain('error="invalid_token"')
})

const forms = [
  { form: { grant_type: 'refresh_token', refresh_token: 'refresh-alice' }, status: 200, user: 'alice' },
  { form: { grant_type: 'password', username: 'alice', password: 'al:ice' }, status: 200, user: 'alice' },
  { form: { grant_type: 'refresh_token', refresh_token: 'stolen' }, status: 401, user: undefined },
]

test.each(forms)('a POST with $form.grant_type for $user is $status', async ({ form, status, user }) => {
  await using registry = await start({})
  const scope = 'repository:acme/web:pull repository:other/app:pull'
  const body = new URLSearchParams({ ...form, service: registry.host, client_id: 'test', scope })
  const response = await fetch(`${registry.origin}/token`, { method: 'POST', body })
  expect(response.status).toBe(status)
  expect(registry.requests.at(-1)?.user).toBe(user)
})

test('an expired login is told so', async () => {
  const expired = { name: 'AWS', password: 'old', expired: true }
  await using registry = await startRegistry({ auth: { style: 'ecr', users: [expired] } })
  const response = await fetch(`${registry.origin}/v2/`, { headers: { authorization: basic(expired) } })
  expect(response.status).toBe(403)
  expect(await response.text()).toContain('authorization token has expired')
})

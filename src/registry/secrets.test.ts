import { expect, test } from 'vitest'
import { Secret } from '../secret.ts'
import { redirectTo } from '../simulator/faults/redirect.ts'
import { realmAt } from '../simulator/faults/challenge.ts'
import { image } from '../simulator/image.ts'
import { startProxy } from '../simulator/proxy.ts'
import { startRegistry } from '../simulator/registry.ts'
import { hostFor } from './testing/host-for.ts'
import { ann, password } from './testing/ask-faulty.ts'
import { anonymous, registryFor } from './testing/registry-for.ts'
import { summaryOf } from './testing/summary.ts'
import type { Access, RegistryHost, Target } from './types.ts'

const users = [{ name: 'ann', password, identityToken: 'identity-of-ann' }]

function at(host: string, as: Access = ann, rules: Partial<RegistryHost> = {}): Target {
  return { host: { ...hostFor(host), ...rules }, repository: 'acme/web', as }
}

test('nothing is sent before the registry asks for it', async () => {
  await using server = await startRegistry({ auth: { style: 'htpasswd', users } })
  server.push('acme/web', 'v1', image())
  await using registry = registryFor()
  expect(summaryOf(await registry.manifest(at(server.host), 'v1'))).toBe('found index')
  expect(server.requests.map(({ authorization }) => authorization)).toEqual(['none', 'basic'])
})

test('what a host asked for once is brought along the next time', async () => {
  await using server = await startRegistry({ auth: { users } })
  server.push('acme/web', ['v1', 'v2'], image())
  server.push('acme/api', 'v1', image())
  await using registry = registryFor()
  await registry.manifest(at(server.host), 'v1')
  server.clear()
  await registry.manifest(at(server.host), 'v2')
  await registry.manifest({ ...at(server.host), repository: 'acme/api' }, 'v1')
  expect(server.requests.map(({ route, authorization }) => `${route} ${authorization}`)).toEqual([
    'manifest bearer',
    'token basic',
    'manifest bearer',
  ])
})

test('a token is fetched once, however many ask at the same time', async () => {
  await using server = await startRegistry({ auth: { users } })
  const tags = Array.from({ length: 12 }, (_, index) => `v${index}`)
  server.push('acme/web', tags, image())
  await using registry = registryFor()
  const answers = await Promise.all(tags.map(tag => registry.manifest(at(server.host), tag)))
  expect(new Set(answers.map(summaryOf))).toEqual(new Set(['found index']))
  expect(server.requests.filter(({ route }) => route === 'token')).toHaveLength(1)
})

test('an identity token buys an access token by POST', async () => {
  await using server = await startRegistry({ auth: { users } })
  server.push('acme/web', 'v1', image())
  await using registry = registryFor()
  const as: Access = {
    kind: 'secret',
    name: 'shop/regcred#x',
    credential: { kind: 'identity-token', token: new Secret('identity-of-ann') },
  }
  const answer = await registry.manifest(at(server.host, as), 'v1')
  expect(summaryOf(answer)).toBe('found index')
  expect(server.requests.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET'])
  expect(answer.trail.map(({ credentials }) => credentials).slice(1)).toEqual([
    'none',
    'secret:shop/regcred#x',
    'secret:shop/regcred#x',
  ])
})

test('a token that was revoked is replaced once', async () => {
  await using server = await startRegistry({ auth: { users } })
  server.push('acme/web', ['v1', 'v2'], image())
  await using registry = registryFor()
  await registry.manifest(at(server.host), 'v1')
  server.revokeTokens()
  expect(summaryOf(await registry.manifest(at(server.host), 'v2'))).toBe('found index')
})

test('a redirect to another origin takes no credential along, and does not bring it back', async () => {
  await using other = await startRegistry()
  await using server = await startRegistry({ auth: { style: 'htpasswd', users } })
  for (const one of [other, server]) one.push('acme/web', 'v1', image())
  server.fault('*', redirectTo(other.origin))
  await using registry = registryFor()
  expect(summaryOf(await registry.manifest(at(server.host), 'v1'))).toBe('found index')
  expect(other.requests.map(({ authorization }) => authorization)).toEqual(['none'])
})

test('a place that is redirected to and wants a token gets an anonymous one', async () => {
  await using other = await startRegistry({ auth: { users, public: ['acme/web'] } })
  await using server = await startRegistry({ auth: { style: 'htpasswd', users } })
  for (const one of [other, server]) one.push('acme/web', 'v1', image())
  server.fault('*', redirectTo(other.origin))
  await using registry = registryFor()
  expect(summaryOf(await registry.manifest(at(server.host), 'v1'))).toBe('found index')
  expect(other.requests.map(({ authorization }) => authorization)).toEqual(['none', 'none', 'bearer'])
})

test('a mirror never gets the login of the registry behind it, so that its refusal proves nothing', async () => {
  await using server = await startRegistry({ auth: { style: 'htpasswd', users } })
  await using registry = registryFor()
  const answer = await registry.manifest(at(server.host, ann, { registry: 'docker.io', mirrorOf: 'docker.io' }), 'v1')
  expect(summaryOf(answer)).toBe('failed credential-withheld at registry')
  expect(server.requests.map(({ authorization, path }) => `${authorization} ${path}`)).toEqual([
    'none /v2/acme/web/manifests/v1?ns=docker.io',
  ])
})

test.each([
  ['a login', ann, 'failed credential-withheld at token-endpoint'],
  ['nobody', anonymous, 'failed realm-unsafe at token-endpoint'],
] as const)('a realm in plain HTTP of an HTTPS registry is not asked with %s', async (_, as, expected) => {
  await using server = await startRegistry({ tls: 'good', auth: { users } })
  await using proxy = await startProxy({ routes: { 'registry.test': server.host } })
  server.fault('*', realmAt('http://auth.test/token'))
  await using registry = registryFor({
    environment: { HTTPS_PROXY: proxy.origin, HTTP_PROXY: proxy.origin },
    authorities: [server.ca],
  })
  expect(summaryOf(await registry.manifest(at('registry.test', as), 'v1'))).toBe(expected)
  expect(proxy.requests.map(({ target }) => target)).toEqual(['registry.test:443'])
})

test('a redirect from HTTPS to plain HTTP is not followed', async () => {
  await using server = await startRegistry({ tls: 'good' })
  await using proxy = await startProxy({ routes: { 'registry.test': server.host } })
  server.push('acme/web', 'v1', image())
  server.fault('*', redirectTo('http://cdn.test'))
  await using registry = registryFor({
    environment: { HTTPS_PROXY: proxy.origin, HTTP_PROXY: proxy.origin },
    authorities: [server.ca],
  })
  expect(summaryOf(await registry.manifest(at('registry.test'), 'v1'))).toBe('failed redirect-unsafe at redirect')
})

test('what a host of the nodes is to be sent as a header stays with it and is never printed', async () => {
  await using other = await startRegistry()
  await using server = await startRegistry()
  server.push('acme/web', 'v1', image())
  server.fault('*', redirectTo(other.origin))
  await using registry = registryFor()
  const answer = await registry.manifest(at(server.host, anonymous, { headers: { 'x-key': 'very-secret-key' } }), 'v1')
  expect(server.requests[0]?.headers['x-key']).toBe('very-secret-key')
  expect(other.requests[0]?.headers['x-key']).toBeUndefined()
  expect(JSON.stringify(answer)).not.toContain('very-secret-key')
})

test('the query of a signed address is not written down', async () => {
  await using other = await startRegistry()
  await using server = await startRegistry()
  for (const one of [other, server]) one.push('acme/web', 'v1', image())
  server.fault('*', redirectTo(other.origin, { query: 'X-Amz-Signature=abcdef0123456789' }))
  await using registry = registryFor()
  const answer = await registry.manifest(at(server.host), 'v1')
  expect(answer.trail).toHaveLength(3)
  expect(JSON.stringify(answer)).not.toContain('abcdef0123456789')
})

import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, test } from 'vitest'
import { runWell } from '../../../test/support/child.ts'
import { fileTree } from '../../../test/support/file-tree.ts'
import { image } from '../../simulator/image.ts'
import { startProxy } from '../../simulator/proxy.ts'
import type { ProxyMode } from '../../simulator/proxy.ts'
import { startRegistry } from '../../simulator/registry.ts'
import { clientIdentity } from '../../simulator/tls/authority.ts'
import type { CertificateKind } from '../../simulator/tls/kinds.ts'
import { Secret } from '../../secret.ts'
import { hostFor } from '../testing/host-for.ts'
import { anonymous, instantClock, registryFor } from '../testing/registry-for.ts'
import { summaryOf } from '../testing/summary.ts'
import type { RegistryHost, Target } from '../types.ts'

function at(host: string, rules: Partial<RegistryHost> = {}): Target {
  return { host: { ...hostFor(host), ...rules }, repository: 'acme/web', as: anonymous }
}

const kinds: readonly (readonly [CertificateKind, string])[] = [
  ['good', 'found index'],
  ['expired', 'failed tls-expired at registry'],
  ['not-yet-valid', 'failed tls-not-yet-valid at registry'],
  ['wrong-name', 'failed tls-name-mismatch at registry'],
  ['self-signed', 'failed tls-unknown-authority at registry'],
  ['unknown-authority', 'failed tls-unknown-authority at registry'],
  ['missing-intermediate', 'failed tls-unknown-authority at registry'],
  ['old-protocol', 'failed tls-version at registry'],
  ['no-common-cipher', 'failed tls-handshake at registry'],
]

describe('TLS', () => {
  test.each(kinds)('a registry with a certificate that is %s: %s', async (kind, expected) => {
    await using server = await startRegistry({ tls: kind })
    server.push('acme/web', 'v1', image())
    await using proxy = await startProxy({ routes: { 'registry.test': server.host } })
    await using registry = registryFor({ environment: { HTTPS_PROXY: proxy.origin }, authorities: [server.ca] })
    expect(summaryOf(await registry.manifest(at('registry.test'), 'v1'))).toBe(expected)
  })

  test('an authority that nobody told of is not trusted', async () => {
    await using server = await startRegistry({ tls: 'good' })
    await using proxy = await startProxy({ routes: { 'registry.test': server.host } })
    await using registry = registryFor({ environment: { HTTPS_PROXY: proxy.origin } })
    const answer = await registry.manifest(at('registry.test'), 'v1')
    expect(summaryOf(answer)).toBe('failed tls-unknown-authority at registry')
  })

  test("a host's own authority is trusted for that host alone", async () => {
    await using server = await startRegistry({ tls: 'good' })
    server.push('acme/web', 'v1', image())
    await using proxy = await startProxy({ routes: { 'one.test': server.host, 'other.test': server.host } })
    await using registry = registryFor({ environment: { HTTPS_PROXY: proxy.origin } })
    expect(summaryOf(await registry.manifest(at('one.test', { ca: server.ca }), 'v1'))).toBe('found index')
    expect(summaryOf(await registry.manifest(at('other.test'), 'v1'))).toBe('failed tls-unknown-authority at registry')
  })

  test('a certificate of ours opens a registry that wants one, and its absence is named', async () => {
    await using server = await startRegistry({ tls: 'client-certificate' })
    server.push('acme/web', 'v1', image())
    const { certificate, privateKey } = clientIdentity()
    await using registry = registryFor()
    const client = { certificate, key: new Secret(privateKey) }
    expect(summaryOf(await registry.manifest(at(server.host, { client }), 'v1'))).toBe('found index')
    const without = await registry.manifest(at(server.host), 'v1')
    expect(summaryOf(without)).toBe('failed tls-client-certificate at registry')
  })

  test('loopback with a port of its own is not verified', async () => {
    await using server = await startRegistry({ tls: 'self-signed' })
    server.push('acme/web', 'v1', image())
    await using registry = registryFor()
    expect(summaryOf(await registry.manifest(at(server.host), 'v1'))).toBe('found index')
  })

  test.each([
    ['plain HTTP', undefined, 'failed plain-http at registry'],
    ['something else', 'ssh-on-connect', 'failed not-a-registry at registry'],
  ] as const)('TLS spoken to a port of %s is named so', async (_, fault, expected) => {
    await using server = await startRegistry()
    if (fault !== undefined) server.fault('*', fault)
    await using registry = registryFor()
    expect(summaryOf(await registry.manifest(at(server.host, { scheme: 'https' }), 'v1'))).toBe(expected)
  })

  test('plain HTTP spoken to a TLS port is named so', async () => {
    await using server = await startRegistry({ tls: 'good' })
    await using registry = registryFor()
    const answer = await registry.manifest(at(server.host, { scheme: 'http' }), 'v1')
    expect(summaryOf(answer)).toBe('failed https-expected at registry')
  })
})

const modes: readonly (readonly [ProxyMode, string])[] = [
  ['serve', 'found index'],
  ['refuse', 'failed proxy-refused at proxy'],
  ['authenticate', 'failed proxy-authentication at proxy'],
  ['bad-gateway', 'failed proxy-bad-gateway at proxy'],
  ['hang', 'failed proxy-unreachable at proxy'],
]

describe('proxies', () => {
  test.each(modes)('a proxy in mode %s: %s', async (mode, expected) => {
    await using server = await startRegistry({ tls: 'good' })
    server.push('acme/web', 'v1', image())
    await using proxy = await startProxy({ routes: { 'registry.test': server.host }, mode })
    await using registry = registryFor({ environment: { https_proxy: proxy.origin }, authorities: [server.ca] })
    expect(summaryOf(await registry.manifest(at('registry.test'), 'v1'))).toBe(expected)
  })

  test.each([
    ['that nobody runs', 'http://127.0.0.1:1', 'failed proxy-unreachable at proxy'],
    ['of an unknown kind', 'ftp://127.0.0.1:21', 'failed proxy-unreachable at proxy'],
  ])('a proxy %s: %s', async (_, url, expected) => {
    await using registry = registryFor({ environment: { HTTPS_PROXY: url } })
    expect(summaryOf(await registry.manifest(at('registry.test'), 'v1'))).toBe(expected)
  })

  test('the login in a proxy variable is sent to the proxy, and printed nowhere', async () => {
    await using server = await startRegistry({ tls: 'good' })
    server.push('acme/web', 'v1', image())
    await using proxy = await startProxy({ routes: { 'registry.test': server.host }, login: 'me:proxy-password' })
    const environment = { HTTPS_PROXY: `http://me:proxy-password@${proxy.host}` }
    await using registry = registryFor({ environment, authorities: [server.ca] })
    expect(summaryOf(await registry.manifest(at('registry.test'), 'v1'))).toBe('found index')
    proxy.mode = 'refuse'
    expect(JSON.stringify(await registry.manifest(at('other.test'), 'v1'))).not.toContain('proxy-password')
  })
})

describe('bounds', () => {
  test('a port where nobody listens', async () => {
    await using server = await startRegistry()
    server.refuseConnections()
    await using registry = registryFor()
    expect(summaryOf(await registry.manifest(at(server.host), 'v1'))).toBe('failed connection-refused at registry')
  })

  test('a dead host costs its time once, and the others nothing', async () => {
    await using dead = await startRegistry()
    await using alive = await startRegistry()
    dead.fault('*', 'hang-on-connect')
    alive.push('acme/web', 'v1', image())
    const timeouts = { connectMs: 1500, headersMs: 1500, bodyMs: 1500, totalMs: 5000 }
    await using registry = registryFor({ concurrency: 2, timeouts })
    let isOver = false
    const asked = Array.from({ length: 40 }, async (_, index) => {
      const answer = await registry.manifest(at(dead.host), `v${index}`)
      isOver = true
      return answer
    })
    expect(summaryOf(await registry.manifest(at(alive.host), 'v1'))).toBe('found index')
    expect(isOver).toBe(false)
    const answers = await Promise.all(asked)
    expect(new Set(answers.map(summaryOf))).toEqual(new Set(['failed connect-timeout at registry']))
    expect(dead.connections).toBeLessThanOrEqual(2)
  })

  test('when the time is over every question ends at once, and no new one is sent', async () => {
    await using server = await startRegistry()
    server.fault('*', 'hang-before-headers')
    const over = new AbortController()
    const timeouts = { connectMs: 60_000, headersMs: 60_000, bodyMs: 60_000, totalMs: 60_000 }
    await using registry = registryFor({ clock: instantClock(over.signal), timeouts })
    const asked = ['v1', 'v2', 'v3'].map(tag => registry.manifest(at(server.host, { scheme: 'http' }), tag))
    while (server.requestCount < 3) await new Promise(resolve => setImmediate(resolve))
    over.abort()
    const answers = await Promise.all([...asked, registry.manifest(at(server.host), 'v4')])
    expect(answers.map(summaryOf)).toEqual(Array.from({ length: 4 }, () => 'failed deadline at registry'))
  })

  test('an authority that the system trusts is trusted, and no other', async () => {
    await using server = await startRegistry({ tls: 'good' })
    await using tree = await fileTree({ 'roots.pem': server.ca })
    const url = (path: string) => JSON.stringify(new URL(path, import.meta.url).href)
    const script = `
      const { registryFor } = await import(${url('../testing/registry-for.ts')})
      const { hostFor } = await import(${url('../testing/host-for.ts')})
      const host = { ...hostFor(${JSON.stringify(server.host)}), scheme: 'https', verify: true }
      await using registry = registryFor()
      const answer = await registry.manifest({ host, repository: 'acme/web', as: { kind: 'anonymous' } }, 'v1')
      console.log(answer.kind, answer.failure)`
    const told = (file: string) => {
      const environment = { SSL_CERT_FILE: file, SSL_CERT_DIR: join(tree.root, 'none') }
      const call = { program: process.execPath, arguments: ['--input-type=module', '-e', script], folder: tree.root }
      return runWell({ ...call, environment })
    }
    expect(await told(join(tree.root, 'roots.pem'))).toBe('absent undefined\n')
    expect(await told(join(tree.root, 'none.pem'))).toBe('failed tls-unknown-authority\n')
  })

  test("a client certificate of the nodes' configuration that is none costs its own host alone", async () => {
    await using server = await startRegistry({ tls: 'good' })
    server.push('acme/web', 'v1', image())
    await using registry = registryFor({ authorities: [server.ca] })
    const client = {
      certificate: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
      key: new Secret('k'),
    }
    const answers = [at(server.host, { client }), at(server.host)].map(target => registry.manifest(target, 'v1'))
    expect((await Promise.all(answers)).map(summaryOf)).toEqual([
      'failed tls-client-certificate at registry',
      'found index',
    ])
  })

  test("a fork's run contacts no loopback address", async () => {
    await using server = await startRegistry()
    await using registry = registryFor({ forbidPrivateAddresses: true })
    const port = server.host.split(':')[1] ?? ''
    for (const host of [server.host, `localhost:${port}`, `[::ffff:127.0.0.1]:${port}`]) {
      expect(summaryOf(await registry.manifest(at(host), 'v1'))).toBe('failed address-forbidden at registry')
    }
    expect(server.connections).toBe(0)
  })

  test('no more requests are under way than a host takes', async () => {
    await using server = await startRegistry({ latencyMs: 5 })
    const tags = Array.from({ length: 30 }, (_, index) => `v${index}`)
    server.push('acme/web', tags, image())
    await using registry = registryFor({ concurrency: 4 })
    await Promise.all(tags.map(tag => registry.manifest(at(server.host, { scheme: 'http' }), tag)))
    expect(server.peak).toBeLessThanOrEqual(4)
    expect(server.connections).toBeLessThanOrEqual(4)
  })

  test('waits are those that the registry asks for, and shared', async () => {
    await using server = await startRegistry()
    server.push('acme/web', ['v1', 'v2'], image())
    server.fault({ repository: 'acme/web', times: 1 }, 'limited-seconds')
    const clock = instantClock()
    await using registry = registryFor({ clock })
    const target = at(server.host, { scheme: 'http' })
    expect(summaryOf(await registry.manifest(target, 'v1'))).toBe('found index')
    expect(clock.slept).toEqual([2000])
  })
})

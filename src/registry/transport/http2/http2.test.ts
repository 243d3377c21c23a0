import { once } from 'node:events'
import { createSecureServer } from 'node:http2'
import type { Http2SecureServer, SecureServerOptions, ServerHttp2Session, ServerHttp2Stream } from 'node:http2'
import { createServer as createTlsServer } from 'node:tls'
import type { TLSSocket } from 'node:tls'
import { describe, expect, test } from 'vitest'
import { Secret } from '../../../secret.ts'
import { http2Faults } from '../../../simulator/faults/http2.ts'
import { image } from '../../../simulator/image.ts'
import { startProxy } from '../../../simulator/proxy.ts'
import { startRegistry } from '../../../simulator/registry.ts'
import { clientIdentity } from '../../../simulator/tls/authority.ts'
import type { CertificateKind } from '../../../simulator/tls/kinds.ts'
import { serverOptions } from '../../../simulator/tls/server-options.ts'
import { hostFor } from '../../testing/host-for.ts'
import { anonymous, instantClock, patient, registryFor } from '../../testing/registry-for.ts'
import { summaryOf } from '../../testing/summary.ts'
import type { RegistryHost, Target } from '../../types.ts'

function at(host: string, rules: Partial<RegistryHost> = {}): Target {
  return { host: { ...hostFor(host), ...rules }, repository: 'acme/web', as: anonymous }
}

const offering = { tls: 'good', http2: true } as const
const tags = Array.from({ length: 150 }, (_, index) => `v${index}`)

describe('a host that offers HTTP/2', () => {
  test('is asked on one connection', async () => {
    await using server = await startRegistry(offering)
    server.push('acme/web', tags, image())
    await using registry = registryFor({ timeouts: patient })
    await registry.manifest(at(server.host), 'v0')
    const answers = await Promise.all(tags.map(tag => registry.manifest(at(server.host), tag)))
    expect(new Set(answers.map(summaryOf))).toEqual(new Set(['found index']))
    expect(server.connections).toBe(1)
    expect(new Set(server.requests.map(({ httpVersion }) => httpVersion))).toEqual(new Set(['2.0']))
  })

  test.each([
    ['as many at once as usual', {}, 17, 64],
    ['no more at once than is said', { concurrency: 4 }, 1, 4],
    ['more at once where that is said', { concurrency: 100 }, 65, 100],
  ])('is asked %s', async (_, options, least, most) => {
    await using server = await startRegistry({ ...offering, latencyMs: 20 })
    server.push('acme/web', tags, image())
    await using registry = registryFor({ timeouts: patient, ...options })
    await Promise.all(tags.map(tag => registry.manifest(at(server.host), tag)))
    expect(server.peak).toBeGreaterThanOrEqual(least)
    expect(server.peak).toBeLessThanOrEqual(most)
  })

  test('is asked less at once than others, where it is known to need that', async () => {
    await using server = await startRegistry({ ...offering, latencyMs: 5 })
    server.push('acme/web', tags, image())
    await using proxy = await startProxy({ routes: { 'quay.io': server.host } })
    const environment = { HTTPS_PROXY: proxy.origin }
    await using registry = registryFor({ environment, authorities: [server.ca], timeouts: patient })
    await Promise.all(tags.slice(0, 20).map(tag => registry.manifest(at('quay.io'), tag)))
    expect(server.peak).toBeLessThanOrEqual(3)
    expect(server.requests.at(-1)?.httpVersion).toBe('2.0')
  })

  test('is asked less when it says to calm down', async () => {
    await using server = await startRegistry({ tls: 'good', http2: 'raw' })
    server.push('acme/web', tags, image())
    await using registry = registryFor({ timeouts: patient, concurrency: 8 })
    server.fault({ times: 1 }, http2Faults['h2-calm'])
    await registry.manifest(at(server.host), 'v0')
    server.clear()
    await Promise.all(tags.map(tag => registry.manifest(at(server.host), tag)))
    // the one that got no answer counts too
    expect(server.peak).toBe(5)
  })

  test('through a proxy speaks it too', async () => {
    await using server = await startRegistry(offering)
    server.push('acme/web', tags, image())
    await using proxy = await startProxy({ routes: { 'registry.test': server.host } })
    const environment = { HTTPS_PROXY: proxy.origin }
    await using registry = registryFor({ environment, authorities: [server.ca], timeouts: patient })
    await registry.manifest(at('registry.test'), 'v0')
    await Promise.all(tags.map(tag => registry.manifest(at('registry.test'), tag)))
    expect(new Set(server.requests.map(({ httpVersion }) => httpVersion))).toEqual(new Set(['2.0']))
    expect([server.connections, proxy.requests.length]).toEqual([1, 1])
    expect(server.requests[0]?.headers[':authority']).toBe('registry.test')
  })

  test('is not spoken to in it where that is switched off', async () => {
    await using server = await startRegistry(offering)
    server.push('acme/web', 'v1', image())
    await using registry = registryFor({ http2: false })
    expect(summaryOf(await registry.manifest(at(server.host), 'v1'))).toBe('found index')
    expect(server.requests.map(({ httpVersion }) => httpVersion)).toEqual(['1.1'])
  })

  const kinds: readonly (readonly [CertificateKind, string])[] = [
    ['good', 'found index'],
    ['expired', 'failed tls-expired at registry'],
    ['wrong-name', 'failed tls-name-mismatch at registry'],
    ['self-signed', 'failed tls-unknown-authority at registry'],
    ['old-protocol', 'failed tls-version at registry'],
    ['no-common-cipher', 'failed tls-handshake at registry'],
    ['client-certificate', 'failed tls-client-certificate at registry'],
  ]

  test.each(kinds)('with a certificate that is %s: %s', async (tls, expected) => {
    await using server = await startRegistry({ tls, http2: true })
    server.push('acme/web', 'v1', image())
    await using proxy = await startProxy({ routes: { 'registry.test': server.host } })
    const environment = { HTTPS_PROXY: proxy.origin }
    await using registry = registryFor({ environment, authorities: [server.ca], timeouts: patient })
    expect(summaryOf(await registry.manifest(at('registry.test'), 'v1'))).toBe(expected)
  })

  test('gets the certificate of the nodes', async () => {
    await using server = await startRegistry({ tls: 'client-certificate', http2: true })
    server.push('acme/web', 'v1', image())
    const { certificate, privateKey } = clientIdentity()
    await using registry = registryFor({ timeouts: patient })
    const client = { certificate, key: new Secret(privateKey) }
    expect(summaryOf(await registry.manifest(at(server.host, { client }), 'v1'))).toBe('found index')
    expect(server.requests.map(({ httpVersion }) => httpVersion)).toEqual(['2.0'])
  })

  test('when the time is over every question ends at once', async () => {
    await using server = await startRegistry(offering)
    server.fault('*', 'hang-before-headers')
    const over = new AbortController()
    await using registry = registryFor({ clock: instantClock(over.signal), timeouts: patient })
    const asked = ['v1', 'v2', 'v3'].map(tag => registry.manifest(at(server.host), tag))
    while (server.requestCount < 3) await new Promise(resolve => setImmediate(resolve))
    over.abort()
    expect((await Promise.all(asked)).map(summaryOf)).toEqual(Array(3).fill('failed deadline at registry'))
  })

  test('an endless body costs its own stream alone', async () => {
    await using server = await startRegistry(offering)
    server.push('acme/web', ['v1', 'v2'], image())
    server.fault('acme/web:v1', 'endless-body')
    await using registry = registryFor({ timeouts: patient })
    const asked = ['v1', 'v2'].map(tag => registry.manifest(at(server.host), tag))
    expect((await Promise.all(asked)).map(summaryOf)).toEqual(['found invalid too-large', 'found index'])
    expect(summaryOf(await registry.manifest(at(server.host), 'v3'))).toBe('absent manifest MANIFEST_UNKNOWN')
    expect(new Set(server.requests.map(({ httpVersion }) => httpVersion))).toEqual(new Set(['2.0']))
  })
})

/** A server of Node's own, for what the simulator does not do. */
async function serve(options: SecureServerOptions, onSession: (session: ServerHttp2Session) => void) {
  const server: Http2SecureServer = createSecureServer({ ...serverOptions('good'), ...options })
  const counts = { now: 0, peak: 0, sessions: 0, requests: 0, old: 0 }
  server.on('session', session => {
    counts.sessions += 1
    session.on('error', () => undefined)
    onSession(session)
  })
  server.on('request', (request, response) => {
    counts.requests += 1
    if (request.httpVersion === '1.1') counts.old += 1
    counts.now += 1
    counts.peak = Math.max(counts.peak, counts.now)
    response.on('close', () => (counts.now -= 1))
    setTimeout(() => response.writeHead(404, { 'content-type': 'application/json' }).end(missing), 2)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { counts, host: hostOf(server), [Symbol.asyncDispose]: async () => void server.close() }
}

function hostOf(server: { address(): unknown }): string {
  const bound = server.address()
  const port: unknown = typeof bound === 'object' && bound !== null ? Reflect.get(bound, 'port') : undefined
  return `127.0.0.1:${String(port)}`
}

const missing = JSON.stringify({ errors: [{ code: 'MANIFEST_UNKNOWN', message: 'manifest unknown' }] })
const absent = 'absent manifest MANIFEST_UNKNOWN'

describe('a server of HTTP/2', () => {
  test('is asked no more at once than it takes', async () => {
    await using server = await serve({ settings: { maxConcurrentStreams: 3 } }, () => undefined)
    await using registry = registryFor({ timeouts: patient })
    await registry.manifest(at(server.host), 'first')
    const asked = tags.map(tag => registry.manifest(at(server.host), tag))
    expect(new Set((await Promise.all(asked)).map(summaryOf))).toEqual(new Set([absent]))
    expect(server.counts).toMatchObject({ peak: 3, sessions: 1, old: 0 })
  })

  test('that ends idle connections is asked on a new one, without a second attempt', async () => {
    const sessions: ServerHttp2Session[] = []
    await using server = await serve({}, session => void sessions.push(session))
    await using registry = registryFor({ timeouts: patient })
    for (const tag of ['v1', 'v2', 'v3']) {
      expect(summaryOf(await registry.manifest(at(server.host), tag))).toBe(absent)
      const [last] = sessions.splice(0)
      if (last === undefined) throw new Error('it was not asked on a new connection')
      const ended = once(last, 'close')
      last.close()
      await ended
    }
    expect(server.counts).toMatchObject({ sessions: 3, requests: 3 })
    expect(registry.usage.requests).toBe(3)
  })

  test('that takes no HTTP/1.1 is spoken to in HTTP/2 alone, whatever happens', async () => {
    await using server = await serve({ allowHTTP1: false, ALPNProtocols: ['h2'] }, session =>
      session.on('stream', (stream: ServerHttp2Stream) => stream.destroy(new Error('no'))),
    )
    await using registry = registryFor({ timeouts: patient })
    const answer = await registry.manifest(at(server.host), 'v1')
    expect(summaryOf(answer)).toBe('failed connection-reset at registry')
    expect(JSON.stringify(answer)).toMatch(/INTERNAL_ERROR/)
  })
})

/** A server that agrees to HTTP/2, does its worst, and never hangs up. */
async function misbehave(worst: (socket: TLSSocket) => void) {
  const spoken: unknown[] = []
  const server = createTlsServer({ ...serverOptions('good'), ALPNProtocols: ['h2', 'http/1.1'] }, socket => {
    spoken.push(socket.alpnProtocol)
    socket.on('error', () => socket.destroy()).resume()
    if (socket.alpnProtocol === 'h2') return worst(socket)
    const head = `HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\nContent-Length: ${missing.length}`
    socket.on('data', () => socket.write(`${head}\r\n\r\n${missing}`))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { spoken, host: hostOf(server), [Symbol.asyncDispose]: async () => void server.close() }
}

test.each<readonly [string, (socket: TLSSocket) => void]>([
  ['says nothing at all', () => undefined],
  ['greets and then says nothing', socket => void socket.write(Buffer.from('000000040000000000', 'hex'))],
  [
    'greets and talks nonsense',
    socket => void socket.write(Buffer.from('0000000400000000000000040104000000015fffffff', 'hex')),
  ],
  ['talks HTTP/1.1', socket => void socket.write('HTTP/1.1 400 Bad Request\r\n\r\n')],
  ['resets', socket => socket.destroy()],
])('a server that agrees to HTTP/2 and %s is asked over HTTP/1.1', async (_, worst) => {
  await using server = await misbehave(worst)
  await using registry = registryFor({ timeouts: patient })
  expect(summaryOf(await registry.manifest(at(server.host), 'v1'))).toBe(absent)
  expect(server.spoken).toEqual(['h2', 'http/1.1'])
})

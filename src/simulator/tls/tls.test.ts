import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { Agent, ProxyAgent, request } from 'undici'
import type { Dispatcher } from 'undici'
import { assert, expect, test } from 'vitest'
import { image } from '../image.ts'
import { startProxy } from '../proxy.ts'
import type { ProxyMode } from '../proxy.ts'
import { startRegistry } from '../registry.ts'
import { clientIdentity, ourAuthority } from './authority.ts'
import type { CertificateKind } from './kinds.ts'

/** undici's agents are none of themselves. */
function disposable<D extends Dispatcher>(dispatcher: D): D & AsyncDisposable {
  return Object.assign(dispatcher, { [Symbol.asyncDispose]: () => dispatcher.destroy() })
}

const ca = ourAuthority().certificate

function codeOf(error: unknown): string {
  const { code, name } = error as NodeJS.ErrnoException
  return typeof code === 'string' ? code : name
}

const kinds: { kind: CertificateKind; error: RegExp }[] = [
  { kind: 'expired', error: /^CERT_HAS_EXPIRED$/ },
  { kind: 'not-yet-valid', error: /^CERT_NOT_YET_VALID$/ },
  { kind: 'wrong-name', error: /^ERR_TLS_CERT_ALTNAME_INVALID$/ },
  { kind: 'self-signed', error: /^DEPTH_ZERO_SELF_SIGNED_CERT$/ },
  { kind: 'unknown-authority', error: /^SELF_SIGNED_CERT_IN_CHAIN$/ },
  { kind: 'missing-intermediate', error: /^UNABLE_TO_VERIFY_LEAF_SIGNATURE$/ },
  // The alert comes after the handshake, with the end of the connection at its heels.
  { kind: 'client-certificate', error: /^(ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED|UND_ERR_SOCKET)$/ },
  { kind: 'old-protocol', error: /^ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION$/ },
  { kind: 'no-common-cipher', error: /^ERR_SSL_SSL\/TLS_ALERT_HANDSHAKE_FAILURE$/ },
]

test.each(kinds)('a registry that is $kind is met with $error', async ({ kind, error }) => {
  await using registry = await startRegistry({ tls: kind })
  await using agent = disposable(new Agent({ connect: { ca } }))
  const failure = await request(`${registry.origin}/v2/`, { dispatcher: agent }).then(() => 'none', codeOf)
  expect(failure).toMatch(error)
})

test('who knows our authority may come in, by address', async () => {
  await using registry = await startRegistry({ tls: 'good' })
  await using agent = disposable(new Agent({ connect: { ca: registry.ca } }))
  const response = await request(`${registry.origin}/v2/`, { dispatcher: agent })
  expect(response.statusCode).toBe(200)
})

test('who shows a certificate of our authority may come in', async () => {
  await using registry = await startRegistry({ tls: 'client-certificate' })
  const { certificate, privateKey } = clientIdentity()
  await using agent = disposable(new Agent({ connect: { ca, cert: certificate, key: privateKey } }))
  const response = await request(`${registry.origin}/v2/`, { dispatcher: agent })
  expect(response.statusCode).toBe(200)
})

test.each([
  { http2: true, version: '2.0' },
  { http2: false, version: '1.1' },
])('with http2 $http2 the registry speaks HTTP/$version', async ({ http2, version }) => {
  await using registry = await startRegistry({ tls: 'good', http2, auth: { public: ['**'] } })
  await using agent = disposable(new Agent({ connect: { ca }, allowH2: true }))
  const response = await request(`${registry.origin}/v2/`, { dispatcher: agent })
  expect(response.headers['www-authenticate']).toContain(`realm="${registry.origin}/token"`)
  expect(registry.requests.map(({ httpVersion, status }) => [httpVersion, status])).toEqual([[version, 401]])
})

test('a broken answer ends an HTTP/2 connection, and the next one is served', async () => {
  await using registry = await startRegistry({ tls: 'good', http2: true })
  await using agent = disposable(new Agent({ connect: { ca }, allowH2: true }))
  registry.fault({ times: 1 }, 'reset-before-headers')
  const failure = await request(`${registry.origin}/v2/`, { dispatcher: agent }).catch(codeOf)
  expect(typeof failure).toBe('string')
  const { statusCode } = await request(`${registry.origin}/v2/`, { dispatcher: agent })
  expect(statusCode).toBe(200)
})

test('plain HTTP on a TLS port is told so as Go does', async () => {
  await using registry = await startRegistry({ tls: 'good' })
  const { statusCode, body } = await request(`http://${registry.host}/v2/`)
  expect([statusCode, await body.text()]).toEqual([400, 'Client sent an HTTP request to an HTTPS server.\n'])
})

test('through the proxy every name leads to a registry with a certificate of that name', async () => {
  await using registry = await startRegistry({ tls: 'good' })
  registry.push('library/nginx', 'v1', image())
  await using proxy = await startProxy({ routes: { 'docker.io': registry.host, 'registry.test:5000': registry.host } })
  await using agent = disposable(new ProxyAgent({ uri: proxy.origin, requestTls: { ca } }))
  for (const host of ['docker.io', 'registry.test:5000']) {
    const { statusCode } = await request(`https://${host}/v2/`, { dispatcher: agent })
    expect(statusCode).toBe(200)
  }
  expect(proxy.requests.map(({ method, target }) => `${method} ${target}`)).toEqual([
    'CONNECT docker.io:443',
    'CONNECT registry.test:5000',
  ])
})

const modes: { mode: ProxyMode; says: string }[] = [
  { mode: 'refuse', says: '403' },
  { mode: 'authenticate', says: '407' },
  { mode: 'bad-gateway', says: '502' },
]

test.each(modes)('a proxy in mode $mode answers $says', async ({ mode, says }) => {
  await using proxy = await startProxy({ routes: { 'registry.test': '127.0.0.1:1' }, mode })
  await using agent = disposable(new ProxyAgent({ uri: proxy.origin }))
  const failure: unknown = await request('https://registry.test/v2/', { dispatcher: agent }).catch(
    (error: unknown) => error,
  )
  assert(failure instanceof Error)
  expect(failure.message).toContain(says)
})

test('a proxy with a login lets in who has it', async () => {
  await using registry = await startRegistry({ tls: 'good' })
  await using proxy = await startProxy({ routes: { 'registry.test': registry.host }, login: 'me:secret' })
  const token = `Basic ${Buffer.from('me:secret').toString('base64')}`
  await using agent = disposable(new ProxyAgent({ uri: proxy.origin, token, requestTls: { ca } }))
  const { statusCode } = await request('https://registry.test/v2/', { dispatcher: agent })
  expect(statusCode).toBe(200)
  expect(proxy.requests).toEqual([{ method: 'CONNECT', target: 'registry.test:443', hadAuthorization: true }])
})

test('a proxy that hangs says nothing, and is closed all the same', async () => {
  await using proxy = await startProxy({ routes: {}, mode: 'hang' })
  const signal = AbortSignal.timeout(100)
  const connecting = httpRequest(proxy.origin, { method: 'CONNECT', path: 'registry.test:443', signal }).end()
  const [failure] = (await once(connecting, 'error')) as [Error]
  expect(failure.name).toBe('AbortError')
})

import { gunzipSync } from 'node:zlib'
import { request } from 'undici'
import { assert, expect, test } from 'vitest'
import { image } from '../image.ts'
import { startRegistry } from '../registry.ts'
import type { SimulatedRegistry } from '../registry.ts'
import type { Fault } from './fault.ts'
import { faults } from './faults.ts'
import type { Match } from './match.ts'
import type { FaultName } from './faults.ts'
import { burstLimit, pullQuota } from './limits.ts'
import { faultAt } from './move.ts'
import { redirectBlobsTo, redirectTo } from './redirect.ts'

const accept = 'application/vnd.oci.image.index.v1+json'

const shared = image()
const blob = shared.blobs[0] ?? assert.fail('the image has no config')

async function start(): Promise<SimulatedRegistry> {
  const registry = await startRegistry({ auth: { public: ['**'], users: [{ name: 'alice', password: 'wonder' }] } })
  registry.push('acme/web', ['v1', 'v2'], shared)
  registry.push('acme/other', 'v1', shared)
  return registry
}

async function tokenFor(registry: SimulatedRegistry, repository = 'acme/web'): Promise<string> {
  const response = await fetch(`${registry.origin}/token?scope=repository:${repository}:pull`)
  const { token } = (await response.json()) as { token: string }
  return `Bearer ${token}`
}

type Outcome =
  | { readonly status: number; readonly headers: Record<string, unknown>; readonly body: Buffer }
  | { readonly error: string }

interface Question {
  readonly path: string
  readonly method?: 'GET' | 'HEAD' | 'POST'
  readonly headers?: Record<string, string>
  readonly body?: string
}

/** Asks once, without following redirects; what takes longer than the patience is an error. */
async function ask(origin: string, question: Question, patienceMs = 300): Promise<Outcome> {
  try {
    const { statusCode, headers, body } = await request(`${origin}${question.path}`, {
      method: question.method ?? 'GET',
      body: question.body ?? null,
      headers: { accept, ...question.headers },
      signal: AbortSignal.timeout(patienceMs),
      reset: true,
    })
    return { status: statusCode, headers: { ...headers, date: undefined }, body: await capped(body) }
  } catch (error) {
    const { code, name } = error as NodeJS.ErrnoException
    return { error: typeof code === 'string' ? code : name }
  }
}

async function capped(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  let total = 0
  for await (const chunk of stream) {
    chunks.push(chunk)
    total += chunk.length
    if (total > 12 << 20) break
  }
  return Buffer.concat(chunks)
}

function statusOf(outcome: Outcome): number | string {
  return 'status' in outcome ? outcome.status : outcome.error
}

const manifest = { path: '/v2/acme/web/manifests/v1' }
const names = Object.keys(faults) as FaultName[]

test('there are many ways to misbehave', () => {
  expect(names.length).toBeGreaterThan(150)
})

/** The question that shows a fault, where the plain one of its place does not. */
const special: Partial<Record<FaultName, Question>> = {
  'token-post-404': { path: '/token', method: 'POST', body: 'scope=repository:acme/web:pull' },
  'token-post-405': { path: '/token', method: 'POST', body: 'scope=repository:acme/web:pull' },
  'tags-405-above-1000': { path: '/v2/acme/web/tags/list?n=2000' },
  'tags-link-loses-prefix': { path: '/v2/acme/web/tags/list?n=1' },
}

function questionFor(name: FaultName, authorization: string): Question {
  const fault: Fault = faults[name]
  if (name.startsWith('challenge-') || name.startsWith('realm-')) return manifest
  const headers = { authorization, ...(name === 'range-ignored' ? { range: 'bytes=0-3' } : {}) }
  if (name.startsWith('ping-')) return { path: '/v2/' }
  if (name.startsWith('head-')) return { ...manifest, method: 'HEAD', headers }
  const question = special[name]
  if (question !== undefined) return { ...question, headers }
  if (fault.at === 'token') return { path: '/token?scope=repository:acme/web:pull' }
  const [route] = fault.at === 'connection' ? [] : (fault.routes ?? [])
  if (route === 'tags') return { path: '/v2/acme/web/tags/list', headers }
  return route === 'blob' ? { path: `/v2/acme/web/blobs/${blob.digest}`, headers } : { ...manifest, headers }
}

/** Connections and greetings are for no repository yet. */
function placeOf(name: FaultName): Match | string {
  if (faults[name].at === 'connection') return { times: 1 }
  return name.startsWith('ping-') ? { route: 'ping' } : 'acme/web'
}

test.each(names)('%s spoils what is matched and nothing else', async name => {
  await using registry = await start()
  const question = questionFor(name, await tokenFor(registry))
  const right = await ask(registry.origin, question)
  registry.fault(placeOf(name), name)
  const spoilt = await ask(registry.origin, question, 100)
  expect(spoilt).not.toEqual(right)
  const authorization = await tokenFor(registry, 'acme/other')
  const other = await ask(registry.origin, { path: '/v2/acme/other/manifests/v1', headers: { authorization } })
  expect(statusOf(other)).toBe(200)
})

const failures: { name: FaultName; error: string }[] = [
  { name: 'close-before-headers', error: 'UND_ERR_SOCKET' },
  { name: 'reset-before-headers', error: 'ECONNRESET' },
  { name: 'hang-before-headers', error: 'TimeoutError' },
  { name: 'hang-mid-headers', error: 'TimeoutError' },
  { name: 'hang-mid-body', error: 'TimeoutError' },
  { name: 'slow-drip', error: 'TimeoutError' },
  { name: 'close-mid-body', error: 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' },
  { name: 'cut-body', error: 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' },
  { name: 'reset-mid-body', error: 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' },
  { name: 'huge-headers', error: 'UND_ERR_HEADERS_OVERFLOW' },
  { name: 'endless-headers', error: 'UND_ERR_HEADERS_OVERFLOW' },
  { name: 'not-http', error: 'HTTPParserError' },
  { name: 'bad-chunk', error: 'HTTPParserError' },
]

test.each(failures)('$name ends in $error', async ({ name, error }) => {
  await using registry = await start()
  const headers = { authorization: await tokenFor(registry) }
  registry.fault('acme/web', name)
  expect(await ask(registry.origin, { ...manifest, headers })).toEqual({ error })
})

const answers: { name: FaultName; status: number; headers?: Record<string, string>; text?: string }[] = [
  { name: 'manifest-unknown', status: 404, text: 'MANIFEST_UNKNOWN' },
  { name: 'tag-expired', status: 404, text: 'TAG_EXPIRED' },
  { name: 'not-found-html', status: 404, headers: { 'content-type': 'text/html; charset=utf-8' } },
  { name: 'denied-405', status: 405, text: 'DENIED' },
  { name: 'policy-harbor', status: 412, text: 'PROJECTPOLICYVIOLATION' },
  { name: 'legal-block', status: 451 },
  { name: 'firewall-acr', status: 403, text: 'client with IP' },
  { name: 'limited-seconds', status: 429, headers: { 'retry-after': '2' } },
  { name: 'limited-ghcr', status: 429, text: '667.214µs' },
  { name: 'error-503-retry-after', status: 503, headers: { 'retry-after': '2' } },
  { name: 'type-json', status: 200, headers: { 'content-type': 'application/json' } },
  { name: 'redirect-to-metadata', status: 307, headers: { location: 'http://169.254.169.254/latest/meta-data/' } },
  { name: 'json-null', status: 200, text: 'null' },
  { name: 'html-200', status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } },
]

test.each(answers)('$name answers $status', async ({ name, status, headers = {}, text = '' }) => {
  await using registry = await start()
  const authorization = await tokenFor(registry)
  registry.fault('acme/web:v1', name)
  const outcome = await ask(registry.origin, { ...manifest, headers: { authorization } })
  expect(outcome).toMatchObject({ status, headers })
  assert('body' in outcome)
  expect(outcome.body.toString()).toContain(text)
})

test('a fault can be over after one request, wait for its turn, and be switched off', async () => {
  await using registry = await start()
  const headers = { authorization: await tokenFor(registry) }
  const next = async () => statusOf(await ask(registry.origin, { ...manifest, headers }))
  registry.fault({ repository: 'acme/web', after: 1, times: 1 }, 'error-500')
  expect([await next(), await next(), await next()]).toEqual([200, 500, 200])
  const fault = registry.fault('*', 'error-502')
  expect(await next()).toBe(502)
  fault[Symbol.dispose]()
  expect(await next()).toBe(200)
})

test('a quota counts GETs, lets HEADs pass, and ends in 429', async () => {
  await using registry = await start()
  const headers = { authorization: await tokenFor(registry) }
  registry.fault('acme/web', pullQuota({ limit: 100, remaining: 1 }))
  const next = (method: 'HEAD' | 'GET') => ask(registry.origin, { ...manifest, method, headers })
  expect(await next('HEAD')).toMatchObject({ status: 200, headers: { 'ratelimit-remaining': '1;w=21600' } })
  expect(await next('GET')).toMatchObject({ status: 200, headers: { 'ratelimit-remaining': '0;w=21600' } })
  expect(await next('GET')).toMatchObject({ status: 429, headers: { 'ratelimit-remaining': '0;w=21600' } })
  expect(await next('HEAD')).toMatchObject({ status: 200, headers: { 'ratelimit-limit': '100;w=21600' } })
})

test('a burst limit refuses until its turn is over', async () => {
  await using registry = await start()
  const headers = { authorization: await tokenFor(registry) }
  const limit = burstLimit(1)
  registry.fault('acme/web', limit)
  const next = async () => statusOf(await ask(registry.origin, { ...manifest, headers }))
  expect([await next(), await next()]).toEqual([200, 429])
  limit.turn()
  expect(await next()).toBe(200)
})

test('blobs, or everything, can be had elsewhere', async () => {
  await using registry = await start()
  await using elsewhere = await startRegistry({ store: registry.store })
  const authorization = await tokenFor(registry)
  registry.fault('acme/web', redirectBlobsTo(elsewhere.origin))
  const path = `/v2/acme/web/blobs/${blob.digest}`
  expect(await ask(registry.origin, { path, headers: { authorization } })).toMatchObject({
    status: 307,
    headers: { location: `${elsewhere.origin}${path}?X-Signature=made-up` },
  })
  registry.fault('acme/web', redirectTo(elsewhere.origin, { status: 301 }))
  const followed = await fetch(`${registry.origin}${manifest.path}`, { headers: { accept, authorization } })
  expect(followed.status).toBe(200)
  expect(elsewhere.requests.map(({ hadAuthorization }) => hadAuthorization)).toEqual([false])
})

test('any answer can be given at the token server', async () => {
  await using registry = await start()
  registry.fault('acme/web', faultAt('token', 'firewall-acr'))
  expect(statusOf(await ask(registry.origin, { path: '/token?scope=repository:acme/web:pull' }))).toBe(403)
  expect(statusOf(await ask(registry.origin, { path: '/token?scope=repository:acme/other:pull' }))).toBe(200)
})

test('a bomb is small on the line and large behind it', async () => {
  await using registry = await start()
  const headers = { authorization: await tokenFor(registry) }
  registry.fault('acme/web', 'gzip-bomb')
  const outcome = await ask(registry.origin, { ...manifest, headers }, 5000)
  assert('body' in outcome)
  expect(outcome.body.length).toBeLessThan(1 << 20)
  expect(gunzipSync(outcome.body).length).toBe(256 << 20)
})

test('refused connections are refused', async () => {
  await using registry = await start()
  registry.refuseConnections()
  expect(await ask(registry.origin, manifest)).toEqual({ error: 'ECONNREFUSED' })
})

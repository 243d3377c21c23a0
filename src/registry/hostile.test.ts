import { Buffer } from 'node:buffer'
import { createServer } from 'node:http'
import type { ServerResponse } from 'node:http'
import { once } from 'node:events'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostFor } from './testing/host-for.ts'
import { ann, password } from './testing/ask-faulty.ts'
import { anonymous, registryFor } from './testing/registry-for.ts'
import { manifestReadLimit } from './content/manifest.ts'
import { Secret } from '../secret.ts'
import type { Access, Credential, Registry, Target } from './types.ts'
import type { Answer } from './answers/types.ts'

/** One answer of a server that has no good intentions. */
interface Script {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string
  readonly end: 'whole' | 'cut' | 'reset' | 'garbage'
}

const base64 = Buffer.from(`ann:${password}`).toString('base64')
const identity = 'identity/token+of=ann'
const bought = 'registry/token+of=ann'
const spellingsOf = (text: string) => [
  text,
  Buffer.from(text).toString('base64'),
  Buffer.from(text).toString('base64url'),
  encodeURIComponent(text),
]
const secrets = {
  password: [...spellingsOf(password), base64],
  identity: spellingsOf(identity),
  bought: spellingsOf(bought),
}

const told = fc.constantFrom(...Object.values(secrets).flat(), `Basic ${base64}`, `Bearer ${bought}`)
const value = fc.oneof(
  fc.string({ unit: 'binary-ascii', maxLength: 60 }),
  told,
  fc.constantFrom(
    'Bearer realm="/token",scope="repository:acme/web:pull"',
    'Bearer realm="/token",error="invalid_token"',
    'Basic realm="x"',
    'Bearer realm="/token?x=1",service="s",scope="repository:acme/web:pull",error="insufficient_scope"',
    'Bearer realm="http://169.254.169.254/token"',
    'Basic realm="x", Bearer realm="/token"',
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.oci.image.manifest.v1+json',
    'text/html',
    'gzip',
    '/v2/other',
    '/v2/acme/web/manifests/v1',
    'http://127.0.0.1:1/elsewhere',
    'file:///etc/passwd',
    '//',
    '0',
    '999999999999',
    `sha256:${'a'.repeat(64)}`,
    '</v2/acme/web/tags/list?last=x>; rel="next"',
  ),
)
const name = fc.constantFrom(
  'www-authenticate',
  'docker-content-digest',
  'content-type',
  'content-encoding',
  'location',
  'retry-after',
  'link',
  'ratelimit-remaining',
  'docker-distribution-api-version',
)
const body = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.json(),
  told,
  fc
    .record({
      errors: fc.array(fc.record({ code: fc.oneof(fc.string(), told), message: told, detail: fc.jsonValue() })),
    })
    .map(json),
  fc.record({ token: fc.oneof(fc.string(), fc.constant('the-token-of-ann')), expires_in: fc.double() }).map(json),
  fc.record({ name: fc.string(), tags: fc.array(fc.oneof(fc.string(), told)) }).map(json),
  fc
    .record({
      schemaVersion: fc.constant(2),
      manifests: fc.array(fc.record({ mediaType: told, digest: fc.string(), size: fc.integer() })),
    })
    .map(json),
)
const script: fc.Arbitrary<Script> = fc.record({
  status: fc.oneof(
    fc.constantFrom(200, 206, 301, 307, 400, 401, 403, 404, 405, 412, 416, 429, 500, 503),
    fc.integer({ min: 200, max: 599 }),
  ),
  headers: fc.array(fc.tuple(name, value), { maxLength: 5 }),
  body,
  end: fc.oneof(
    { weight: 6, arbitrary: fc.constant('whole' as const) },
    fc.constantFrom('cut' as const, 'reset' as const, 'garbage' as const),
  ),
})

function json(content: unknown): string {
  return JSON.stringify(content)
}

function play({ status, headers, body: text, end }: Script, response: ServerResponse): void {
  const isHead = response.req.method === 'HEAD'
  if (end === 'garbage') return void response.socket?.end(Buffer.from(text).subarray(0, 50))
  const sendable = headers.map(([key, content]) => [key, content.replace(/[^\x20-\x7e]/g, ' ')] as const)
  for (const [key, content] of sendable) response.appendHeader(key, content)
  // a HEAD may promise what it likes
  const promised = headers.find(([, content]) => /^\d+$/.test(content))?.[1]
  if (isHead && promised !== undefined) response.setHeader('content-length', promised)
  else if (end !== 'whole') response.setHeader('content-length', String(Buffer.byteLength(text) + 10))
  response.writeHead(status)
  if (end === 'whole') return void response.end(text)
  response.write(text || ' ', () =>
    end === 'cut' ? response.socket?.destroySoon() : response.socket?.resetAndDestroy(),
  )
}

const questions: readonly ((registry: Registry, target: Target) => Promise<Answer<unknown>>)[] = [
  (registry, target) => registry.manifest(target, 'v1'),
  (registry, target) => registry.manifest(target, `sha256:${'a'.repeat(64)}`),
  (registry, target) => registry.byHead(target, 'v1'),
  (registry, target) => registry.byHead(target, `sha256:${'a'.repeat(64)}`),
  (registry, { host }) => registry.greet(host),
  (registry, target) => registry.resolve(target, 'v1'),
  (registry, target) => registry.exists(target, { kind: 'manifest', digest: `sha256:${'d'.repeat(64)}` }),
  (registry, target) => registry.exists(target, { kind: 'blob', digest: `sha256:${'b'.repeat(64)}` }),
  (registry, target) => registry.config(target, { mediaType: '', digest: `sha256:${'c'.repeat(64)}`, size: 2 }),
  (registry, target) => registry.tags(target),
]

const basic: Credential = { kind: 'basic', username: 'ann', password: new Secret(password) }
const eyes: readonly { readonly as: Access; readonly keeps: readonly string[] }[] = [
  { as: anonymous, keeps: [] },
  { as: ann, keeps: secrets.password },
  { as: { kind: 'secret', name: 'shop/regcred', credential: basic }, keeps: secrets.password },
  {
    as: { kind: 'runner', from: 'a test', credential: { kind: 'identity-token', token: new Secret(identity) } },
    keeps: secrets.identity,
  },
  {
    as: { kind: 'secret', name: 'regcred', credential: { kind: 'registry-token', token: new Secret(bought) } },
    keeps: secrets.bought,
  },
]

const kinds = ['found', 'absent', 'refused', 'blocked', 'limited', 'failed']

test(
  'whatever a server sends, each question ends with an answer that is bounded and holds no secret',
  { timeout: 60_000 },
  async () => {
    let scripts: readonly Script[] = []
    let turn = 0
    const server = createServer((_, response) => play(scripts[turn++ % scripts.length] ?? neverMind, response))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const bound = server.address()
    const port = typeof bound === 'object' ? bound?.port : 0
    const host = { ...hostFor(`127.0.0.1:${port}`), scheme: 'http' as const }
    const several = fc.array(script, { minLength: 1, maxLength: 5 })
    const property = fc.asyncProperty(several, fc.constantFrom(...eyes), async (played, { as, keeps }) => {
      scripts = played
      turn = 0
      await using registry = registryFor()
      const target = { host, repository: 'acme/web', as }
      const answers = await Promise.all(questions.map(ask => ask(registry, target)))
      expect(answers.flatMap(answer => problemsOf(answer, [...keeps, 'the-token-of-ann']))).toEqual([])
    })
    await fc.assert(property, { numRuns: 250, seed: 1 })
    server.closeAllConnections()
    server.close()
  },
)

const neverMind: Script = { status: 500, headers: [], body: '', end: 'whole' }

function problemsOf(answer: Answer<unknown>, kept: readonly string[]): readonly string[] {
  const said = JSON.stringify(answer)
  const around = said.length - JSON.stringify(answer.trail).length
  const bound = answer.kind === 'found' ? manifestReadLimit : 2000
  return [
    ...(kinds.includes(answer.kind) ? [] : [`the kind ${answer.kind}`]),
    ...kept.filter(secret => said.includes(secret)).map(secret => `the secret ${secret}`),
    ...(answer.trail.length < 400 ? [] : [`${answer.trail.length} requests`]),
    ...(around < bound ? [] : [`${around} characters`]),
    ...(/\\u00[01][0-9a-f]/.test(said) ? ['a control character'] : []),
  ]
}

import { Buffer } from 'node:buffer'
import { createServer } from 'node:http'
import type { ServerResponse } from 'node:http'
import { once } from 'node:events'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostFor } from './testing/host-for.ts'
import { ann, password } from './testing/ask-faulty.ts'
import { registryFor } from './testing/registry-for.ts'
import { manifestReadLimit } from './content/manifest.ts'
import type { Answer, Registry, Target } from './types.ts'

/** One answer of a server that has no good intentions. */
interface Script {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string
  readonly end: 'whole' | 'cut' | 'reset' | 'garbage'
}

const base64 = Buffer.from(`ann:${password}`).toString('base64')
const secrets = [password, base64, Buffer.from(password).toString('base64'), 'the-token-of-ann']

const told = fc.constantFrom(...secrets.slice(0, 3), `Basic ${base64}`, encodeURIComponent(password))
const value = fc.oneof(
  fc.string({ unit: 'binary-ascii', maxLength: 60 }),
  told,
  fc.constantFrom(
    'Bearer realm="/token",scope="repository:acme/web:pull"',
    'Bearer realm="/token",error="invalid_token"',
    'Basic realm="x"',
    'application/vnd.oci.image.index.v1+json',
    'text/html',
    'gzip',
    '/v2/other',
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
  if (end === 'garbage') return void response.socket?.end(Buffer.from(text).subarray(0, 50))
  const sendable = headers.map(([key, content]) => [key, content.replace(/[^\x20-\x7e]/g, ' ')] as const)
  for (const [key, content] of sendable) response.appendHeader(key, content)
  if (end !== 'whole') response.setHeader('content-length', String(Buffer.byteLength(text) + 10))
  response.writeHead(status)
  if (end === 'whole') return void response.end(text)
  response.write(text || ' ', () =>
    end === 'cut' ? response.socket?.destroySoon() : response.socket?.resetAndDestroy(),
  )
}

const questions: readonly ((registry: Registry, target: Target) => Promise<Answer<unknown>>)[] = [
  (registry, target) => registry.manifest(target, 'v1'),
  (registry, target) => registry.manifest(target, `sha256:${'a'.repeat(64)}`),
  (registry, target) => registry.exists(target, { kind: 'blob', digest: `sha256:${'b'.repeat(64)}` }),
  (registry, target) => registry.config(target, { mediaType: '', digest: `sha256:${'c'.repeat(64)}`, size: 2 }),
  (registry, target) => registry.tags(target),
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
    const property = fc.asyncProperty(fc.array(script, { minLength: 1, maxLength: 5 }), async played => {
      scripts = played
      turn = 0
      await using registry = registryFor()
      const target = { host, repository: 'acme/web', as: ann }
      const answers = await Promise.all(questions.map(ask => ask(registry, target)))
      expect(answers.flatMap(problemsOf)).toEqual([])
    })
    await fc.assert(property, { numRuns: 250 })
    server.closeAllConnections()
    server.close()
  },
)

const neverMind: Script = { status: 500, headers: [], body: '', end: 'whole' }

function problemsOf(answer: Answer<unknown>): readonly string[] {
  const said = JSON.stringify(answer)
  const around = said.length - JSON.stringify(answer.trail).length
  const bound = answer.kind === 'found' ? manifestReadLimit : 2000
  return [
    ...(kinds.includes(answer.kind) ? [] : [`the kind ${answer.kind}`]),
    ...secrets.filter(secret => said.includes(secret)).map(secret => `the secret ${secret}`),
    ...(answer.trail.length < 400 ? [] : [`${answer.trail.length} requests`]),
    ...(around < bound ? [] : [`${around} characters`]),
    ...(/\\u00[01][0-9a-f]/.test(said) ? ['a control character'] : []),
  ]
}

import { once } from 'node:events'
import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import { describe, expect, test } from 'vitest'
import { Allowance } from './content/allowance.ts'
import { Redactor } from './diagnosis/redact.ts'
import { hostFor } from './testing/host-for.ts'
import { anonymous, patient, registryFor } from './testing/registry-for.ts'

async function serve(answer: RequestListener) {
  const server = createServer({ maxHeaderSize: 1024 * 1024 }, answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  const host = { ...hostFor(`127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}`), scheme: 'http' as const }
  const end = async (): Promise<void> => {
    server.closeAllConnections()
    server.close()
  }
  return { target: { host, repository: 'acme/web', as: anonymous }, [Symbol.asyncDispose]: end }
}

const index = 'application/vnd.oci.image.index.v1+json'

describe('what a server sends costs no more than it is worth', () => {
  test('a detail that is nested too deeply is left out', async () => {
    const deep = '['.repeat(30_000) + ']'.repeat(30_000)
    const body = `{"errors":[{"code":"MANIFEST_UNKNOWN","message":"no such tag","detail":${deep}}]}`
    await using server = await serve((_, response) => response.writeHead(404).end(body))
    await using registry = registryFor({ timeouts: patient })
    const answer = await registry.manifest(server.target, 'v1')
    expect(answer).toMatchObject({ kind: 'absent', missing: 'manifest', message: 'no such tag' })
  })

  test('redirects with thousands of parameters', async () => {
    const parameters = Array.from({ length: 12_000 }, (_, at) => `${at.toString(36)}=`).join('&')
    let hops = 0
    await using server = await serve((_, response) =>
      response.writeHead(307, { location: `/v2/${(hops += 1)}?${parameters}` }).end(),
    )
    await using registry = registryFor({ timeouts: patient })
    const answer = await registry.manifest(server.target, 'v1')
    expect(answer).toMatchObject({ kind: 'failed', failure: 'redirect-loop' })
  })

  test.each(['<', '<>;', '<>; rel '])('pages whose link is nothing but %j', async part => {
    const link = part.repeat(Math.floor(50_000 / part.length))
    let page = 0
    await using server = await serve((_, response) => {
      page += 1
      response.writeHead(200, { link: `${link}, </v2/acme/web/tags/list?n=${page}>; rel="next"` })
      response.end('{"tags":["v1"]}')
    })
    await using registry = registryFor({ timeouts: patient })
    const answer = await registry.tags(server.target)
    expect(answer).toMatchObject({ kind: 'found', value: { tags: ['v1'] } })
  })

  test('a text of the beginning of a thousand tokens is withheld', () => {
    const redactor = new Redactor()
    for (let at = 0; at < 1500; at++) redactor.add('a'.repeat(2000) + String(at))
    expect(redactor.text('a'.repeat(4000))).toBe('***')
    expect(redactor.text(`no ${'a'.repeat(2000)}7`)).toBe('no ***')
  })

  test('a token is no longer than a header may be', async () => {
    await using server = await serve((request, response) => {
      if (request.url?.startsWith('/token') === true) return response.end(JSON.stringify({ token: 'a'.repeat(20_000) }))
      return response.writeHead(401, { 'www-authenticate': 'Bearer realm="/token"' }).end()
    })
    await using registry = registryFor({ timeouts: patient })
    const answer = await registry.manifest(server.target, 'v1')
    expect(answer).toMatchObject({ kind: 'failed', failure: 'token-endpoint-failed' })
  })

  test('manifests of a million entries are held as far as there is room, and unknown beyond', async () => {
    const entries = `[${'{},'.repeat(300_000)}{}]`
    await using server = await serve(({ url }, response) => {
      response.writeHead(200, { 'content-type': index })
      response.end(`{"schemaVersion":2,"manifests":${entries},"url":"${url}"}`)
    })
    await using registry = registryFor({ timeouts: patient })
    const kinds: string[] = []
    for (let tag = 0; tag < 5; tag++) {
      const answer = await registry.manifest(server.target, `v${tag}`)
      kinds.push(answer.kind === 'failed' ? answer.failure : answer.kind)
    }
    expect(kinds).toEqual(['found', 'found', 'found', 'body-too-large', 'body-too-large'])
  })

  test('large manifests side by side all come through', async () => {
    const padding = ' '.repeat(4 * 1024 * 1024)
    await using server = await serve(({ url }, response) => {
      response.writeHead(200, { 'content-type': index })
      response.end(`{"schemaVersion":2,"manifests":[],"url":"${url}"${padding}}`)
    })
    await using registry = registryFor({ timeouts: patient, concurrency: 60 })
    const tags = Array.from({ length: 60 }, (_, at) => `v${at}`)
    const answers = await Promise.all(tags.map(tag => registry.manifest(server.target, tag)))
    expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(['found']))
  })

  test('what is small is always held', () => {
    const allowance = new Allowance()
    const facts = { host: 'registry.test', at: 'registry', status: 200 } as const
    const weigh = (size: number) => allowance.weigh({ tags: [], complete: true }, size, facts).kind
    expect([weigh(256 * 1024 * 1024), weigh(100_000), weigh(60_000), weigh(60_000)]).toEqual([
      'value',
      'failed',
      'value',
      'value',
    ])
  })
})

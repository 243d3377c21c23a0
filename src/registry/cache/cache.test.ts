import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Buffer } from 'node:buffer'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { image } from '../../simulator/image.ts'
import { startRegistry } from '../../simulator/registry.ts'
import { createCache } from './cache.ts'
import { digestOf } from '../content/digest.ts'
import { hostFor } from '../testing/host-for.ts'
import { ann } from '../testing/ask-faulty.ts'
import { anonymous, registryFor } from '../testing/registry-for.ts'

const now = () => Date.now()
let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'will-it-pull-cache-'))
})
afterEach(() => rm(folder, { recursive: true }))

const body = Buffer.from('{"schemaVersion":2}')
const digest = digestOf(body)
const facts = { repository: 'docker.io/library/nginx', open: true }

test('what was written is read, by its digest alone', async () => {
  const cache = createCache({ folder, now })
  await cache.write(digest, body, facts)
  const other = createCache({ folder, now })
  expect(await other.read(digest)).toEqual(body)
  expect(await other.read(digestOf(Buffer.from('other')))).toBeUndefined()
  expect(await other.read('sha256:../../etc/passwd')).toBeUndefined()
  expect([await other.knows(facts.repository), await other.knows('docker.io/library/redis')]).toEqual([true, false])
})

test('a body that was changed on disk is not given, and is gone afterwards', async () => {
  const cache = createCache({ folder, now })
  await cache.write(digest, body, facts)
  const hex = digest.slice('sha256:'.length)
  const path = join(folder, 'v1', 'open', 'sha256', hex.slice(0, 1), hex)
  await writeFile(path, 'something else')
  expect(await cache.read(digest)).toBeUndefined()
  await cache.write(digest, body, facts)
  expect(await cache.read(digest)).toEqual(body)
})

test('runs at the same time do not disturb each other, and leave no drafts', async () => {
  const caches = Array.from({ length: 8 }, () => createCache({ folder, now }))
  await Promise.all(caches.map(cache => cache.write(digest, body, facts)))
  expect(await caches[0]?.read(digest)).toEqual(body)
  const files = await readdir(folder, { recursive: true })
  expect(files.filter(file => /(^|\/)\.[^/]+$/.test(file))).toEqual([])
})

test('the folder is brought back to its size, the longest unused first', async () => {
  const bodies = Array.from({ length: 10 }, (_, at) => Buffer.alloc(1000, String(at)))
  {
    await using cache = createCache({ folder, maxBytes: 5000, now })
    for (const [at, one] of bodies.entries()) {
      await cache.write(digestOf(one), one, facts)
      const hex = digestOf(one).slice(7)
      const path = join(folder, 'v1', 'open', 'sha256', hex.slice(0, 1), hex)
      await utimes(path, 1_700_000_000 + at, 1_700_000_000 + at)
    }
  }
  const cache = createCache({ folder, now })
  const kept = await Promise.all(bodies.map(async one => (await cache.read(digestOf(one))) !== undefined))
  expect(kept).toEqual([false, false, false, false, false, false, true, true, true, true])
})

test('a folder that can not be written to costs nothing but the saving', async () => {
  const file = join(folder, 'a-file')
  await writeFile(file, '')
  await using cache = createCache({ folder: file, now })
  await cache.write(digest, body, facts)
  expect(await cache.read(digest)).toBeUndefined()
})

test('a second run reads no manifest again, but asks whether it is still there', async () => {
  await using server = await startRegistry()
  const root = server.push('acme/web', 'v1', image())
  const target = { host: hostFor(server.host), repository: 'acme/web', as: anonymous }
  for (const expected of ['GET', 'HEAD']) {
    server.clear()
    await using cache = createCache({ folder, now })
    await using registry = registryFor({ cache })
    const answer = await registry.manifest(target, 'v1')
    expect(answer).toMatchObject({ kind: 'found', value: { kind: 'index', digest: root } })
    expect(server.requests.map(({ method }) => method)).toEqual([expected])
    expect(registry.usage.manifestGets).toBe(expected === 'GET' ? 1 : 0)
  }
})

test('a tag that was moved is read anew', async () => {
  await using server = await startRegistry()
  const target = { host: hostFor(server.host), repository: 'acme/web', as: anonymous }
  const read = async () => {
    await using cache = createCache({ folder, now })
    await using registry = registryFor({ cache })
    const answer = await registry.manifest(target, 'v1')
    return answer.kind === 'found' ? answer.value.digest : answer.kind
  }
  const first = server.push('acme/web', 'v1', image())
  expect(await read()).toBe(first)
  const second = server.push('acme/web', 'v1', image({ name: 'newer' }))
  expect(await read()).toBe(second)
})

test('what a login was used for is kept apart from what anybody may see', async () => {
  await using server = await startRegistry()
  server.push('acme/web', 'v1', image())
  const target = { host: hostFor(server.host), repository: 'acme/web', as: ann }
  {
    await using cache = createCache({ folder, now })
    await using registry = registryFor({ cache })
    await registry.manifest(target, 'v1')
  }
  expect(await readdir(join(folder, 'v1'))).toEqual(['closed'])
})

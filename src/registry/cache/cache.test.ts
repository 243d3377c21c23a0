import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Buffer } from 'node:buffer'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { image } from '../../simulator/image.ts'
import { startRegistry } from '../../simulator/registry.ts'
import { createCache, openPack } from './cache.ts'
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

/** A run that keeps these bodies. */
async function write(bodies: readonly Buffer[], as = facts, where = folder): Promise<void> {
  await using cache = createCache({ folder: where, now })
  for (const one of bodies) cache.write(digestOf(one), one, as)
}

/** What a later run finds. */
async function readAll(bodies: readonly Buffer[]): Promise<(Buffer | undefined)[]> {
  const cache = createCache({ folder, now })
  return Promise.all(bodies.map(one => cache.read(digestOf(one))))
}

test('what was written is read by the next run, by its digest alone', async () => {
  await write([body])
  const cache = createCache({ folder, now })
  expect(await cache.read(digest)).toEqual(body)
  expect(await cache.read(digestOf(Buffer.from('other')))).toBeUndefined()
  expect(await cache.read('sha256:../../etc/passwd')).toBeUndefined()
  expect([await cache.knows(facts.repository), await cache.knows('docker.io/library/redis')]).toEqual([true, false])
})

test('a body of two repositories is known of both', async () => {
  await write([body])
  await write([body], { repository: 'quay.io/acme/web', open: true })
  const cache = createCache({ folder, now })
  expect([await cache.knows(facts.repository), await cache.knows('quay.io/acme/web')]).toEqual([true, true])
})

test('whatever bytes were changed on disk, no other body is given, and the next run mends the file', async () => {
  const bodies = Array.from({ length: 3 }, (_, at) => Buffer.from(`body ${at}`))
  await write(bodies)
  const sound = await readFile(openPack(folder))
  const cut = [...sound.keys()].map(at => sound.subarray(0, at))
  const flipped = [...sound.keys()].map(at => Buffer.from(sound).fill(sound.readUInt8(at) ^ 1, at, at + 1))
  for (const bad of [...cut, ...flipped]) {
    await writeFile(openPack(folder), bad)
    const read = await readAll(bodies)
    expect(read.map((one, at) => one ?? bodies[at])).toEqual(bodies)
  }
  await write(bodies)
  expect(await readAll(bodies)).toEqual(bodies)
})

test('runs at the same time keep what at least one of them had, and leave no drafts', async () => {
  await write([Buffer.from('earlier')])
  const bodies = Array.from({ length: 8 }, (_, at) => Buffer.from(`run ${at}`))
  await Promise.all(bodies.map(one => write([one])))
  const kept = await readAll([Buffer.from('earlier'), ...bodies])
  expect(kept.filter(one => one !== undefined).length).toBeGreaterThan(1)
  expect(await readdir(folder, { recursive: true })).toEqual(['v2', join('v2', 'open.pack')])
})

test('a draft of a run under way is left alone, that of a dead run is not', async () => {
  await write([body])
  const draft = `${openPack(folder)}.draft`
  await writeFile(draft, '')
  const news = Buffer.from('news')
  await write([news])
  expect(await readAll([body, news])).toEqual([body, undefined])
  await utimes(draft, 1_700_000_000, 1_700_000_000)
  await write([news])
  expect(await readAll([body, news])).toEqual([body, news])
})

test('what there is no room for is left out, the longest unused first', async () => {
  const bodies = Array.from({ length: 8 }, (_, at) => Buffer.alloc(1000, String(at)))
  const [oldest = body] = bodies
  for (const one of bodies.slice(0, -1)) await write([one])
  {
    await using cache = createCache({ folder, maxBytes: 8500, now })
    expect(await cache.read(digestOf(oldest))).toEqual(oldest)
    for (const one of bodies.slice(-1)) cache.write(digestOf(one), one, facts)
  }
  const kept = (await readAll(bodies)).flatMap((one, at) => (one === undefined ? [] : at))
  expect(kept).toEqual([0, 2, 3, 4, 5, 6, 7])
})

test('a folder that can not be written to costs nothing but the saving', async () => {
  const file = join(folder, 'a-file')
  await writeFile(file, '')
  await write([body], facts, file)
  expect(await createCache({ folder: file, now }).read(digest)).toBeUndefined()
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

test('a pipe, and a file of names alone, are no pack', async () => {
  await mkdir(join(folder, 'v2'))
  execFileSync('mkfifo', [openPack(folder)])
  expect(await readAll([body])).toEqual([undefined])
  await write([body])
  expect(await readAll([body])).toEqual([body])
  const names = Array.from({ length: 3_000_000 }, (_, at) => at.toString(36)).join(' ')
  await writeFile(openPack(folder), Buffer.concat([Buffer.from(`${digest} ${body.length} ${names}\n\n`), body]))
  const cache = createCache({ folder, now })
  expect(await cache.read(digest)).toEqual(body)
  expect([await cache.knows('1'), await cache.knows('zzz')]).toEqual([true, false])
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
  expect(await readdir(join(folder, 'v2'))).toEqual(['closed.pack'])
})

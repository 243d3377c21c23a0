import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { image } from '../../src/simulator/image.ts'
import { startRegistry } from '../../src/simulator/registry.ts'
import type { SimulatedRegistry } from '../../src/simulator/registry.ts'
import { startCacheService } from '../github/cache-service.ts'
import type { CacheService, CacheServiceOptions } from '../github/cache-service.ts'
import { startGitHub } from '../github/server.ts'
import { expectExit } from '../support/expect-exit.ts'
import { pullRequest } from '../support/pull-request.ts'
import { runStep } from '../support/runner.ts'
import type { StepResult } from '../support/runner.ts'
import { podOf, workbench } from '../support/workbench.ts'

let open: SimulatedRegistry
let closed: SimulatedRegistry
beforeAll(async () => {
  const alice = { name: 'alice', password: 'hunter2' }
  ;[open, closed] = await Promise.all([startRegistry(), startRegistry({ auth: { style: 'htpasswd', users: [alice] } })])
  open.push('acme/web', 'v1', image({ name: 'web' }))
  open.push('acme/api', 'v1', image({ name: 'api' }))
  closed.push('acme/web', 'v1', image({ name: 'secret' }))
})
afterAll(async () => {
  await Promise.all([open, closed].map(each => each[Symbol.asyncDispose]()))
})

test('what was read without a login is there for the next run, which gets no manifest', async () => {
  await withSteps({}, async step => {
    const cold = await step([`${open.host}/acme/web:v1`])
    expect([cold.gets, ...cold.calls]).toEqual([
      1,
      'GetCacheEntryDownloadURL',
      'CreateCacheEntry',
      'FinalizeCacheEntryUpload',
    ])
    const warm = await step([`${open.host}/acme/web:v1`])
    expect([warm.gets, ...warm.calls]).toEqual([0, 'GetCacheEntryDownloadURL'])
    expect(warm.log).not.toMatch(/runtime-token-of-the-tests/)
    const more = await step([`${open.host}/acme/web:v1`, `${open.host}/acme/api:v1`])
    expect([more.gets, more.keys.length]).toEqual([1, 2])
    expect(more.keys).toEqual(more.keys.map((): unknown => expect.stringMatching(/^will-it-pull-v2-\w+-[0-9a-f]{64}$/)))
  })
})

test('what needed a login is saved for nobody', async () => {
  await withSteps({}, async step => {
    const login = Buffer.from('alice:hunter2').toString('base64')
    const auths = JSON.stringify({ auths: { [closed.host]: { auth: login } } })
    const read = await step([`${closed.host}/acme/web:v1`], { DOCKER_AUTH_CONFIG: auths })
    expect(read.log).toContain('no-pull-secret')
    expect([read.calls, read.keys]).toEqual([['GetCacheEntryDownloadURL'], []])
  })
})

test('a cache that refuses to be written to is no annotation', async () => {
  await withSteps({ isReadOnly: true }, async step => {
    const { annotations, log, calls } = await step([`${open.host}/acme/web:v1`])
    expect(annotations).toEqual([])
    expect(log).toContain('cache write denied')
    expect(calls).toEqual(['GetCacheEntryDownloadURL', 'CreateCacheEntry'])
  })
})

test.each([
  ['nothing is wanted', { INPUT_CACHE: 'false' }],
  ['the run may not read', { ACTIONS_CACHE_MODE: 'none' }],
] as const)('no service is asked where %s', async (_, environment) => {
  await withSteps({}, async step => {
    expect((await step([`${open.host}/acme/web:v1`], environment)).calls).toEqual([])
  })
})

interface Step extends StepResult {
  readonly calls: readonly string[]
  readonly keys: readonly string[]
  readonly gets: number
}

type Run = (images: readonly string[], environment?: Readonly<Record<string, string>>) => Promise<Step>

/** Each step has a new machine, with nothing but GitHub's cache from the last one. */
async function withSteps(options: CacheServiceOptions, use: (step: Run) => Promise<void>): Promise<void> {
  await using bench = await workbench()
  await using github = await startGitHub()
  await using service: CacheService = await startCacheService(options)
  await use(async (images, environment = {}) => {
    const files = images.map((reference, at) => [`deploy/${at}.yaml`, podOf(reference, `web-${at}`)] as const)
    const { commits } = await pullRequest(bench, {}, Object.fromEntries(files))
    await rm(join(bench.environment['HOME'] ?? '', '.cache'), { recursive: true, force: true })
    const [before, asked] = [service.calls.length, open.requestCount]
    const step = await runStep(bench, { github, commits }, { environment: { ...service.environment, ...environment } })
    expectExit(step, 0)
    const gets = open.requests.slice(asked).filter(({ method, route }) => method === 'GET' && route === 'manifest')
    return { ...step, calls: service.calls.slice(before), keys: [...service.entries.keys()], gets: gets.length }
  })
}

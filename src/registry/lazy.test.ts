import { expect, test } from 'vitest'
import { hostFor } from './testing/host-for.ts'
import { anonymous, registryFor } from './testing/registry-for.ts'
import { lazyRegistry } from './lazy.ts'

const target = { host: hostFor('127.0.0.1:1'), repository: 'acme/web', as: anonymous }

test('a client that is prepared is loaded once, before the first question', async () => {
  let loads = 0
  const load = async () => {
    loads += 1
    return registryFor()
  }
  await using registry = lazyRegistry(load)
  registry.prepare()
  registry.prepare()
  expect(loads).toBe(1)
  expect(await registry.manifest(target, 'v1')).toMatchObject({ kind: 'failed' })
  expect(loads).toBe(1)
})

test('what goes wrong in preparing is told by the first question, and without one by nothing', async () => {
  const registry = lazyRegistry(() => Promise.reject(new Error('no such file')))
  registry.prepare()
  await expect(registry.manifest(target, 'v1')).rejects.toThrow('no such file')
  await expect(registry[Symbol.asyncDispose]()).resolves.toBeUndefined()
})

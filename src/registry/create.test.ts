import { expect, test } from 'vitest'
import { image, singleManifest } from '../simulator/image.ts'
import { startRegistry } from '../simulator/registry.ts'
import { registryFor } from './testing/registry-for.ts'
import { anonymous } from './testing/registry-for.ts'
import { hostFor } from './testing/host-for.ts'
import type { Target } from './types.ts'

function at(host: string, repository = 'acme/web'): Target {
  return { host: hostFor(host), repository, as: anonymous }
}

test('a tag of a plain HTTP registry on loopback is resolved by GET at once', async () => {
  await using server = await startRegistry()
  const digest = server.push('acme/web', 'v1', image({ format: 'oci' }))
  await using registry = registryFor()
  const answer = await registry.manifest(at(server.host), 'v1')
  expect(answer).toMatchObject({ kind: 'found', value: { kind: 'index', digest } })
  expect(server.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /v2/acme/web/manifests/v1'])
})

test('children, configs and tags are asked for with what the spec names', async () => {
  await using server = await startRegistry()
  const single = singleManifest({ platform: 'linux/arm/v7' })
  const digest = server.push('acme/web', ['v1', 'v2'], single)
  await using registry = registryFor()
  const target = at(server.host)
  const answer = await registry.manifest(target, digest)
  if (answer.kind !== 'found' || answer.value.kind !== 'manifest') throw new Error(JSON.stringify(answer))
  const { config } = answer.value
  expect(await registry.exists(target, { kind: 'manifest', digest })).toMatchObject({
    kind: 'found',
    value: { digest },
  })
  expect(await registry.exists(target, { kind: 'blob', digest: config.digest })).toMatchObject({
    kind: 'found',
    value: { size: config.size },
  })
  expect(await registry.config(target, config)).toMatchObject({
    kind: 'found',
    value: { os: 'linux', architecture: 'arm', variant: 'v7' },
  })
  expect(await registry.tags(target)).toMatchObject({ kind: 'found', value: { tags: ['v1', 'v2'], complete: true } })
})

test('a missing tag is absent, with the code and the requests that tell so', async () => {
  await using server = await startRegistry()
  server.push('acme/web', 'v1', image())
  await using registry = registryFor()
  const answer = await registry.manifest(at(server.host), 'v2')
  expect(answer).toMatchObject({ kind: 'absent', missing: 'manifest', codes: ['MANIFEST_UNKNOWN'] })
  expect(answer.trail.map(({ status }) => status)).toEqual([undefined, 404])
})

test('equal questions reach the network once', async () => {
  await using server = await startRegistry()
  server.push('acme/web', 'v1', image())
  await using registry = registryFor()
  const target = at(server.host)
  const answers = await Promise.all([registry.manifest(target, 'v1'), registry.manifest({ ...target }, 'v1')])
  expect(answers[0]).toBe(answers[1])
  expect(server.requestCount).toBe(1)
})

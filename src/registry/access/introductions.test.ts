import { expect, test } from 'vitest'
import { image } from '../../simulator/image.ts'
import { startRegistry } from '../../simulator/registry.ts'
import type { SimulatedRegistry } from '../../simulator/registry.ts'
import { hostFor } from '../testing/host-for.ts'
import { anonymous, registryFor } from '../testing/registry-for.ts'
import type { Registry, Target } from '../types.ts'
import type { Manifest } from '../content/types.ts'

const images = 20
const concurrency = 4

async function busyRegistry(): Promise<SimulatedRegistry> {
  const server = await startRegistry({ tls: 'good', auth: { public: ['**'] } })
  for (let number = 0; number < images; number++) server.push(`acme/app-${number}`, 'v1', image({ name: `${number}` }))
  return server
}

async function askEverything(server: SimulatedRegistry, registry: Registry): Promise<void> {
  const host = hostFor(server.host)
  const ask = async (_: unknown, number: number) => {
    const target: Target = { host, repository: `acme/app-${number}`, as: anonymous }
    const answer = await registry.manifest(target, 'v1')
    const digest = answer.kind === 'found' ? childOf(answer.value) : 'not found'
    return (await registry.exists(target, { kind: 'manifest', digest })).kind
  }
  const kinds = await Promise.all(Array.from({ length: images }, ask))
  expect(new Set(kinds)).toEqual(new Set(['found']))
}

function childOf(manifest: Manifest): string {
  return manifest.kind === 'index' ? (manifest.entries[0]?.digest ?? '') : 'no index'
}

test('a host is asked without a token only as often as it takes requests side by side', async () => {
  await using server = await busyRegistry()
  await using registry = registryFor({ concurrency })
  await askEverything(server, registry)
  expect(server.requests.filter(({ status }) => status === 401)).toHaveLength(concurrency)
})

test('connections are used again, also after a HEAD', async () => {
  await using server = await busyRegistry()
  await using registry = registryFor({ concurrency })
  await askEverything(server, registry)
  expect(server.connections).toBe(concurrency)
})

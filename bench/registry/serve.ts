import process from 'node:process'
import { image } from '../../src/simulator/image.ts'
import { startRegistry } from '../../src/simulator/registry.ts'
import type { RegistryOptions, SimulatedRegistry } from '../../src/simulator/registry.ts'
import { fleetSchema, imagesOf } from './fleet.ts'
import type { ServerCounts } from './servers.ts'

// the servers have a process of their own, so that they take no CPU time of the client's thread
const fleet = fleetSchema.parse(JSON.parse(process.argv[2] ?? '{}'))
const registries: SimulatedRegistry[] = []
for (let host = 0; host < fleet.hosts; host++) registries.push(await startRegistry(optionsOf(host)))
for (const { host, repository, tag } of imagesOf(fleet))
  registries[host]?.push(repository, tag, image({ name: `${host}/${repository}:${tag}` }))

process.on('message', () => {
  process.send?.(count())
  for (const registry of registries) registry.clear()
})
process.on('disconnect', () => process.exit())
process.send?.({ hosts: registries.map(({ host }) => host) })

function optionsOf(host: number): RegistryOptions {
  return {
    address: `127.0.0.${host + 1}`,
    tls: 'good',
    http2: fleet.http2,
    latencyMs: fleet.latencyMs,
    auth: { public: ['**'] },
  }
}

function count(): ServerCounts {
  const requests = registries.flatMap(registry => registry.requests)
  const of = (matches: (request: (typeof requests)[number]) => boolean) => requests.filter(matches).length
  return {
    requests: requests.length,
    connections: registries.reduce((sum, { connections }) => sum + connections, 0),
    manifestGets: of(({ method, route, status }) => method === 'GET' && route === 'manifest' && status === 200),
    challenges: of(({ status }) => status === 401),
    tokens: of(({ route }) => route === 'token'),
    http2: of(({ httpVersion }) => httpVersion === '2.0'),
  }
}

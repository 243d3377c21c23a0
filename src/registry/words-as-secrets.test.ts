import { expect, test } from 'vitest'
import { Secret } from '../secret.ts'
import { image } from '../simulator/image.ts'
import { startRegistry } from '../simulator/registry.ts'
import { hostFor } from './testing/host-for.ts'
import { anonymous, registryFor } from './testing/registry-for.ts'
import type { Access } from './types.ts'

const withPassword = (password: string): Access => ({
  kind: 'secret',
  name: 'regcred',
  credential: { kind: 'basic', username: 'ann', password: new Secret(password) },
})

test.each(['absent', 'GET'])('the password %s changes no absence', async password => {
  await using server = await startRegistry()
  await using registry = registryFor()
  const target = { host: hostFor(server.host), repository: 'acme/web', as: withPassword(password) }
  const { message: _, trail, ...answer } = await plain(registry.manifest(target, 'v1'))
  await using other = registryFor()
  const { message: __, trail: told, ...same } = await plain(other.manifest({ ...target, as: anonymous }, 'v1'))
  expect({ ...answer, codes: [] }).toEqual({ ...same, codes: [] })
  expect(trail[0]?.method).toBe(told[0]?.method)
})

async function plain(asked: Promise<object>) {
  const answer: unknown = structuredClone(await asked)
  return answer as { message: string; trail: readonly { method: string }[]; kind: string }
}

const index = 'application/vnd.oci.image.index.v1+json'
const manifest = 'application/vnd.oci.image.manifest.v1+json'

test.each([index, manifest])('the password %s changes no manifest', async password => {
  await using server = await startRegistry()
  server.push('acme/web', 'v1', image())
  await using registry = registryFor()
  const target = { host: hostFor(server.host), repository: 'acme/web', as: withPassword(password) }
  const answer = await registry.manifest(target, 'v1')
  expect(answer).toMatchObject({ kind: 'found', value: { kind: 'index', mediaType: index } })
  expect(answer).toMatchObject({ value: { entries: [{ mediaType: manifest }, { mediaType: manifest }] } })
})

test('an answer that holds a secret where it is judged tells nothing', async () => {
  await using server = await startRegistry()
  const digest = server.push('acme/web', 'v1', image())
  await using registry = registryFor()
  const target = { host: hostFor(server.host), repository: 'acme/web', as: withPassword(digest) }
  const answer = await registry.manifest(target, 'v1')
  expect(answer).toMatchObject({ kind: 'failed', failure: 'body-invalid', host: server.host })
  expect(JSON.stringify(answer)).not.toContain(digest)
})

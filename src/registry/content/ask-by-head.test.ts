import { expect, test } from 'vitest'
import { image } from '../../simulator/image.ts'
import type { FaultName } from '../../simulator/faults/faults.ts'
import { startRegistry } from '../../simulator/registry.ts'
import { hostFor } from '../testing/host-for.ts'
import { anonymous, patient, registryFor } from '../testing/registry-for.ts'

const tags = ['v1', 'v2', 'v3', 'v4']

/** How often each method was used for four tags that are asked for at once. */
async function methodsFor(repositories: readonly string[], fault?: FaultName) {
  await using server = await startRegistry()
  for (const name of repositories) server.push(name, tags, image())
  if (fault !== undefined) server.fault('*', fault)
  await using registry = registryFor({ timeouts: patient })
  const host = hostFor(server.host)
  const asked = tags.map((tag, at) => {
    const repository = repositories[at % repositories.length] ?? ''
    return registry.byHead({ host, repository, as: anonymous }, tag)
  })
  const answers = await Promise.all(asked)
  const used = (method: string) => server.requests.filter(request => request.method === method).length
  return { GET: used('GET'), HEAD: used('HEAD'), kinds: new Set(answers.map(({ kind }) => kind)) }
}

test('a host that says the same by HEAD and GET is asked by HEAD once', async () => {
  expect(await methodsFor(['acme/web', 'acme/api'])).toEqual({ GET: 4, HEAD: 1, kinds: new Set(['found']) })
})

test('names of one part are behind one door', async () => {
  expect(await methodsFor(['web', 'api', 'db'])).toMatchObject({ GET: 4, HEAD: 1 })
})

test('what may lie behind another door of the host is asked for itself', async () => {
  expect(await methodsFor(['acme/web', 'proxy/web'])).toMatchObject({ GET: 4, HEAD: 2 })
})

test('a host that refuses HEAD is asked by HEAD for each', async () => {
  expect(await methodsFor(['acme/web'], 'head-403')).toEqual({ GET: 4, HEAD: 4, kinds: new Set(['failed']) })
})

test('a host whose headers once contradict what it serves is asked for each', async () => {
  expect(await methodsFor(['acme/web'], 'get-digest-lies')).toMatchObject({ GET: 4, HEAD: 4 })
})

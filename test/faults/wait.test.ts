import { expect, test } from 'vitest'
import { image } from '../../src/simulator/image.ts'
import { startRegistry } from '../../src/simulator/registry.ts'
import { play } from './scene.ts'

const minute = 60_000

async function waitFor(
  names: readonly string[],
  { waitMs = 10 * minute, come = [] as readonly (readonly [string, number])[] },
) {
  await using registry = await startRegistry()
  registry.push('acme/web', ['1', '2'], image({ name: 'web' }))
  for (const [tag, looks] of come)
    for (const method of ['GET', 'HEAD'])
      registry.fault({ repository: 'acme/web', reference: tag, method, times: looks }, 'manifest-unknown')
  const images = names.map(name => `${registry.host}/${name}`)
  const { report, slept } = await play({
    images,
    registry: registry.host,
    who: 'nobody',
    servers: [registry],
    request: { waitMs },
  })
  const asked = registry.requests.filter(({ method }) => method === 'GET').map(({ path }) => path)
  return {
    verdicts: report.images.map(({ verdict }) => verdict),
    codes: report.findings.map(({ code }) => code),
    slept,
    asked,
  }
}

test('an image that comes while it is waited for is pullable, with growing pauses until then', async () => {
  const { verdicts, codes, slept } = await waitFor(['acme/web:2'], { come: [['2', 3]] })
  expect({ verdicts, codes }).toEqual({ verdicts: ['pullable'], codes: [] })
  expect(slept).toEqual([2000, 3000, 4500])
})

test('only what is missing is asked for again', async () => {
  const { verdicts, asked } = await waitFor(['acme/web:1', 'acme/web:2'], { come: [['2', 1]] })
  expect(verdicts).toEqual(['pullable', 'pullable'])
  const of = (tag: string) => asked.filter(path => path.endsWith(`/manifests/${tag}`)).length
  expect([of('1'), of('2')]).toEqual([1, 2])
})

test('what does not come is judged when the time is over', async () => {
  const { verdicts, codes, slept } = await waitFor(['acme/web:3', 'acme/api:1'], { waitMs: 5 * minute })
  expect(verdicts).toEqual(['unpullable', 'unpullable'])
  expect(codes.toSorted()).toEqual(['repository-not-found', 'tag-not-found'])
  expect(Math.max(...slept)).toBe(minute)
  const total = slept.reduce((sum, pause) => sum + pause, 0)
  expect(total).toBeGreaterThan(4.9 * minute)
  expect(total).toBeLessThanOrEqual(5 * minute)
})

test('nothing is waited for where nothing is missing, and without time', async () => {
  expect((await waitFor(['acme/web:1'], {})).slept).toEqual([])
  expect((await waitFor(['acme/web:3'], { waitMs: 0 })).slept).toEqual([])
})

test('a registry that stumbles while it is asked again takes nothing back', async () => {
  await using registry = await startRegistry()
  registry.push('acme/web', '1', image({ name: 'web' }))
  registry.fault({ repository: 'acme/web', route: 'manifest', after: 1 }, 'error-503')
  const images = [`${registry.host}/acme/web:9`]
  const who = { images, registry: registry.host, who: 'nobody', servers: [registry] } as const
  const { report } = await play({ ...who, request: { waitMs: minute } })
  expect(report.findings.map(({ code }) => code)).toEqual(['tag-not-found'])
})

import { describe, expect, test } from 'vitest'
import type { Fault } from '../../src/simulator/faults/fault.ts'
import { faults } from '../../src/simulator/faults/faults.ts'
import type { FaultName } from '../../src/simulator/faults/faults.ts'
import { faultAt } from '../../src/simulator/faults/move.ts'
import { image } from '../../src/simulator/image.ts'
import { startProxy } from '../../src/simulator/proxy.ts'
import { startRegistry } from '../../src/simulator/registry.ts'
import type { SimulatedRegistry } from '../../src/simulator/registry.ts'
import { alice, leaksIn } from './login.ts'
import { play } from './scene.ts'
import type { Played } from './scene.ts'
import { everyView } from './views.ts'

const imagesOfEach = 8

/** Checks eight images of an ailing host and eight of a sound one. */
async function checkBoth(
  fault: FaultName | Fault,
  { deadlineMs = 15_000, patienceMs = 1500, sleepsForever = false } = {},
  look: (played: Played & { readonly ailing: SimulatedRegistry; readonly sound: SimulatedRegistry }) => void,
): Promise<void> {
  const auth = { users: [alice], public: ['**'] }
  const start = (name: string) => startRegistry({ tls: 'good', name, tokenOrigin: `https://${name}`, auth })
  await using ailing = await start('ailing.test')
  await using sound = await start('sound.test')
  await using proxy = await startProxy({ routes: { 'ailing.test': ailing.host, 'sound.test': sound.host } })
  const names = Array.from({ length: imagesOfEach }, (_, at) => `acme/app-${at}`)
  for (const name of names) for (const registry of [ailing, sound]) registry.push(name, 'v1', image({ name }))
  ailing.fault('*', fault)
  const images = names.flatMap(name => [`ailing.test/${name}:v1`, `sound.test/${name}:v1`])
  const scene = { images, registry: 'ailing.test', who: 'nobody', servers: [ailing, sound], proxy } as const
  const played = await play({ ...scene, deadlineMs, patienceMs, sleepsForever })
  look({ ...played, ailing, sound })
}

function verdictsOf({ report }: Played, host: string): readonly string[] {
  return [...new Set(report.uses.filter(({ image }) => image.startsWith(host)).map(({ verdict }) => verdict))]
}

const ailments: readonly FaultName[] = [
  'hang-on-connect',
  'reset-on-connect',
  'slow-drip',
  'token-hang',
  'limited-seconds',
  'limited-at-the-door',
  'error-503-retry-after',
  'endless-body',
  'redirect-maze',
]

describe('an ailing host', () => {
  test.each(ailments)('with %s leaves the verdicts and the cost of another host alone', async fault => {
    await checkBoth(fault, {}, played => {
      expect(verdictsOf(played, 'sound.test')).toEqual(['pullable'])
      expect(verdictsOf(played, 'ailing.test')).not.toContain('pullable')
      // token, manifest and child for each, and a challenge for those who ask first
      expect(played.sound.requestCount).toBeLessThanOrEqual(4 * imagesOfEach + 4)
      // what one question to it costs, not eight
      expect(played.elapsedMs).toBeLessThan(10_000)
    })
  })

  test.each(['limited-seconds', 'error-503-retry-after', 'close-before-headers'] as const)(
    'with %s is waited for by nobody else: every pause lasts until the end, and the others are told',
    async fault => {
      await checkBoth(fault, { deadlineMs: 3000, sleepsForever: true, patienceMs: 10_000 }, played => {
        expect(verdictsOf(played, 'sound.test')).toEqual(['pullable'])
        expect(verdictsOf(played, 'ailing.test')).toEqual(['unknown'])
        expect(played.elapsedMs).toBeLessThan(5000)
      })
    },
  )
})

const hanging: readonly (readonly [string, Fault])[] = [
  ...named(['hang-on-connect', 'hang-before-headers', 'hang-mid-body', 'token-hang']),
  ...named(['endless-body', 'endless-error-body', 'redirect-maze']),
  ['a token that drips', faultAt('token', 'slow-drip')],
]

function named(names: readonly FaultName[]): readonly (readonly [string, Fault])[] {
  return names.map(name => [name, faults[name]])
}

describe('the whole check', () => {
  test.each(hanging)('keeps its timeout and tells the rest with %s', async (_, fault) => {
    await checkBoth(fault, { deadlineMs: 3000, patienceMs: 60_000 }, played => {
      expect(played.elapsedMs).toBeLessThan(5000)
      expect(verdictsOf(played, 'sound.test')).toEqual(['pullable'])
      expect(verdictsOf(played, 'ailing.test')).not.toContain('pullable')
      expect(leaksIn(everyView(played.report))).toEqual([])
      for (const { code, verdict } of played.report.findings) expect([code, verdict]).not.toEqual([code, 'pullable'])
    })
  })
})

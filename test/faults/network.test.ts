import { describe, expect, test } from 'vitest'
import type { FaultName } from '../../src/simulator/faults/faults.ts'
import { image } from '../../src/simulator/image.ts'
import { startRegistry } from '../../src/simulator/registry.ts'
import { leaksIn } from './login.ts'
import { play } from './scene.ts'
import { observe, titled, truthOf } from './trial.ts'
import type { Row } from './trial.ts'

const patienceMs = 400
const unreachable = { verdict: 'unknown', code: 'registry-unreachable' } as const
const error = { verdict: 'unknown', code: 'registry-error' } as const

/** Below HTTP: nothing of it says anything about the image. */
const rows: readonly Row[] = [
  { fault: 'hang-on-connect', ...unreachable, requests: 2, patienceMs, says: /not made in time/ },
  { fault: 'close-on-connect', ...unreachable, requests: 3, says: /reset by the other side/ },
  { fault: 'close-before-headers', ...unreachable, requests: 3, says: /closed before the answer/ },
  { fault: 'reset-before-headers', ...unreachable, requests: 3 },
  { fault: 'hang-before-headers', ...unreachable, requests: 2, patienceMs, says: /no answer came in time/ },
  { fault: 'hang-mid-headers', ...unreachable, requests: 2, patienceMs },
  { fault: 'close-mid-headers', ...unreachable, requests: 3 },
  { fault: 'not-http', ...error, requests: 1, says: /no image registry/ },
  { fault: 'ssh-on-connect', ...error, requests: 4, says: /no image registry/ },
  { fault: 'garbage-on-connect', ...error, requests: 4, says: /no image registry/ },
  { fault: 'endless-headers', ...error, requests: 1, says: /headers .* larger/ },
  { fault: 'huge-headers', ...error, requests: 1, says: /headers .* larger/ },
  { fault: 'many-headers', ...error, requests: 1, says: /headers .* larger/ },
]

describe('a connection', () => {
  test.each(titled(rows))('%s', async (_, row) => {
    expect(await observe(row)).toEqual(truthOf(row))
  })
})

interface Direct {
  readonly fault?: FaultName
  readonly outcome: readonly string[]
  readonly requests: number
  readonly says?: RegExp
}

const silent = ['unknown', 'registry-unreachable'] as const

/** Without a proxy, on loopback with a port: HTTPS unverified is tried, then plain HTTP where that is the answer. */
const direct: readonly Direct[] = [
  { outcome: ['pullable'], requests: 5 },
  { fault: 'reset-on-connect', outcome: silent, requests: 3, says: /reset by the other side/ },
  { fault: 'close-on-connect', outcome: silent, requests: 3 },
  { fault: 'hang-on-connect', outcome: silent, requests: 2, says: /not made in time/ },
  { fault: 'ssh-on-connect', outcome: ['unknown', 'registry-error'], requests: 3, says: /no image registry/ },
  { fault: 'hang-before-headers', outcome: silent, requests: 3, says: /no answer came in time/ },
]

describe('a direct connection', () => {
  test.each(direct)('with $fault is $outcome', async ({ fault, outcome, requests, says = /^/ }) => {
    await using registry = await startRegistry()
    registry.push('acme/web', 'v1', image())
    if (fault !== undefined) registry.fault('*', fault)
    const patience = fault?.startsWith('hang') === true ? { patienceMs } : {}
    const images = [`${registry.host}/acme/web:v1`]
    const { report } = await play({ images, registry: registry.host, who: 'runner', servers: [registry], ...patience })
    expect([report.uses[0]?.verdict, ...report.findings.map(({ code }) => code)]).toEqual(outcome)
    expect(report.findings[0]?.cause ?? '').toMatch(says)
    expect(report.summary.requests).toBeLessThanOrEqual(requests)
    expect(leaksIn(JSON.stringify(report))).toEqual([])
  })

  test('that is refused, and a name that does not resolve, say so', async () => {
    await using registry = await startRegistry()
    registry.refuseConnections()
    // a label of more than 63 bytes is refused by the resolver of this machine, which asks nobody
    const unknown = `${'a'.repeat(64)}.test`
    const images = [`${registry.host}/acme/web:v1`, `${unknown}/acme/web:v1`]
    const { report } = await play({ images, registry: unknown, who: 'runner', servers: [registry] })
    const told = report.findings.map(({ code, cause }) => `${code}: ${cause}`)
    expect(told).toEqual([
      expect.stringMatching(/^registry-(unreachable: Nothing listens|name-not-resolved: DNS knows no such name)/),
      expect.stringMatching(/^registry-(unreachable: Nothing listens|name-not-resolved: DNS knows no such name)/),
    ])
    expect(report.summary).toMatchObject({ unknown: 2, requests: 2 })
  })
})

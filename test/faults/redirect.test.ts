import { describe, expect, test } from 'vitest'
import { faultAt } from '../../src/simulator/faults/move.ts'
import { redirectTo } from '../../src/simulator/faults/redirect.ts'
import { image } from '../../src/simulator/image.ts'
import { startProxy } from '../../src/simulator/proxy.ts'
import { startRegistry } from '../../src/simulator/registry.ts'
import type { RecordedRequest } from '../../src/simulator/recorder.ts'
import type { AuthOptions } from '../../src/simulator/auth/auth.ts'
import { alice, leaksIn } from './login.ts'
import { play } from './scene.ts'
import { observe, titled, truthOf } from './trial.ts'
import type { Row } from './trial.ts'
import { everyView } from './views.ts'

const error = { verdict: 'unknown', code: 'registry-error' } as const
const unsafe = { ...error, requests: 1, says: /must not follow/ } as const

const rows: readonly Row[] = [
  { fault: 'redirect-loop', ...error, requests: 1, says: /in a circle/ },
  { fault: 'redirect-loop-301', ...error, requests: 1, says: /in a circle/ },
  { fault: 'redirect-loop-302', ...error, requests: 1, says: /in a circle/ },
  { fault: 'redirect-maze', ...error, requests: 11, says: /more than 10 times/ },
  { fault: 'redirect-without-location', ...error, requests: 1 },
  { fault: 'redirect-to-garbage', ...error, requests: 1 },
  { fault: 'redirect-to-metadata', ...unsafe },
  { fault: 'redirect-to-private', ...unsafe },
  { fault: 'redirect-to-file', ...unsafe },
  { name: 'from HTTPS to plain HTTP', fault: faultAt('door', redirectTo('http://plain.test/')), ...unsafe },
  { fault: 'redirect-300', ...error, requests: 1 },
  { fault: 'redirect-304-unasked', ...error, requests: 1 },
]

describe('a redirect', () => {
  test.each(titled(rows))('%s', async (_, row) => {
    expect(await observe(row)).toEqual(truthOf(row))
  })
})

interface Journey {
  readonly status: 301 | 302 | 303 | 307 | 308
  /** How the place behind the redirect guards itself. */
  readonly behind: AuthOptions | undefined
  readonly verdict: 'pullable' | 'unpullable' | 'unknown'
  readonly code?: string
}

const open = { behind: undefined, verdict: 'pullable' } as const

/** To another origin: `registry.test` sends its callers to `storage.test`. */
const journeys: readonly Journey[] = [
  { status: 301, ...open },
  { status: 302, ...open },
  { status: 303, ...open },
  { status: 307, ...open },
  { status: 308, ...open },
  { status: 307, behind: { public: ['**'] }, verdict: 'pullable' },
  // containerd would show its login there, and perhaps be let in
  { status: 307, behind: { users: [alice] }, verdict: 'unknown', code: 'access-denied' },
  { status: 307, behind: { style: 'ghcr', users: [alice] }, verdict: 'unknown', code: 'access-denied' },
  { status: 307, behind: { style: 'htpasswd', users: [alice] }, verdict: 'unknown', code: 'access-denied' },
]

describe('a redirect to another origin', () => {
  test.each(journeys)('by $status to a place with $behind leaves the login behind and is $verdict', async journey => {
    await using storage = await startRegistry({
      tls: 'good',
      name: 'storage.test',
      tokenOrigin: 'https://storage.test',
      auth: journey.behind,
    })
    await using registry = await startRegistry({
      tls: 'good',
      name: 'registry.test',
      tokenOrigin: 'https://registry.test',
      auth: { users: [alice] },
      store: storage.store,
    })
    registry.push('acme/web', 'v1', image())
    registry.fault('*', redirectTo('https://storage.test/', { status: journey.status }))
    const routes = { 'registry.test': registry.host, 'storage.test': storage.host }
    await using proxy = await startProxy({ routes })
    const scene = { images: ['registry.test/acme/web:v1'], registry: 'registry.test', who: 'secret' } as const
    const { report } = await play({ ...scene, servers: [registry, storage], proxy })
    expect([report.uses[0]?.verdict, report.findings[0]?.code]).toEqual([journey.verdict, journey.code])
    expect(storage.requests.length).toBeGreaterThan(0)
    expect(storage.requests.filter(isAlices)).toEqual([])
    expect(registry.requests.some(isAlices)).toBe(true)
    expect(leaksIn(everyView(report))).toEqual([])
  })
})

/** Whether a request gives the login away, or a token that it bought. */
function isAlices({ user, authorization, body }: RecordedRequest): boolean {
  return user === alice.name || authorization === 'basic' || body.includes('hunter2')
}

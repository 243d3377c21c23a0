import fc from 'fast-check'
import { expect, test } from 'vitest'
import { faults } from '../../src/simulator/faults/faults.ts'
import type { FaultName } from '../../src/simulator/faults/faults.ts'
import type { Match } from '../../src/simulator/faults/match.ts'
import { leaksIn } from './login.ts'
import { withTrial } from './trial.ts'
import type { Row } from './trial.ts'
import { everyView } from './views.ts'

/** They come from where the runner stands, or pass: nothing of them says anything about the image. */
const silent = [
  ...(['close-on-connect', 'reset-on-connect', 'ssh-on-connect', 'close-before-headers'] as const),
  ...(['reset-before-headers', 'close-mid-headers', 'not-http', 'huge-headers'] as const),
  ...(['cut-body', 'close-mid-body', 'reset-mid-body', 'bad-chunk', 'garbled-gzip', 'unknown-encoding'] as const),
  ...(['html-200', 'status-204', 'status-599', 'redirect-loop', 'redirect-without-location'] as const),
  ...(['redirect-to-metadata', 'redirect-to-nowhere', 'challenge-absent', 'challenge-garbled'] as const),
  ...(['realm-metadata', 'realm-other-host', 'realm-plain-http', 'token-not-found', 'token-limited'] as const),
  ...(['token-500', 'token-503', 'token-html', 'token-absent', 'token-not-json', 'token-reset'] as const),
  ...(['token-worthless', 'token-redirect-loop', 'not-found-plain', 'not-found-html', 'gone'] as const),
  ...(['bad-request', 'upstream-error-400', 'upstream-unauthorized-500', 'head-405', 'head-500'] as const),
  ...(['get-500', 'firewall-acr', 'edge-google', 'edge-cloudflare', 'proxy-page', 'limited-seconds'] as const),
  ...(['limited-silent', 'limited-ghcr', 'limited-hub-pulls', 'limited-hub-abuse', 'limited-ecr-data'] as const),
  ...(['limited-at-the-door', 'error-500', 'error-502', 'error-503-retry-after', 'error-500-everywhere'] as const),
] satisfies readonly FaultName[]

// those that only wait are tried one by one, since they cost their time
const quick = Object.keys(faults).filter((name): name is FaultName => !/hang|drip|endless|bomb|oversize/.test(name))

const match: fc.Arbitrary<Match> = fc.record(
  {
    method: fc.constantFrom('GET', 'HEAD', 'POST'),
    route: fc.constantFrom('manifest', 'blob', 'tags', 'token'),
    authorized: fc.boolean(),
    after: fc.integer({ min: 0, max: 3 }),
    times: fc.integer({ min: 1, max: 4 }),
  },
  { requiredKeys: [] },
)

function several(names: readonly FaultName[]) {
  return fc.array(fc.tuple(match, fc.constantFrom(...names)), { minLength: 1, maxLength: 3 })
}

const scenes = fc.record({
  who: fc.constantFrom('nobody', 'secret', 'runner'),
  ask: fc.constantFrom('acme/web:v1', 'acme/web:v1', 'acme/web:v9'),
})

/** Runs a check against a registry with several faults. */
async function trialOf(
  row: Pick<Row, 'who' | 'ask' | 'faults'>,
): Promise<{ verdict: string; leaks: readonly string[] }> {
  const seen: { verdict: string; leaks: readonly string[] }[] = []
  await withTrial({ ...row, verdict: 'unknown', requests: 0 }, ({ report }) => {
    const [use] = report.uses
    seen.push({ verdict: use?.verdict ?? 'none', leaks: leaksIn(everyView(report)) })
  })
  return seen[0] ?? { verdict: 'none', leaks: [] }
}

test('whatever goes wrong together, a check ends with a verdict and gives no secret away', { timeout: 120_000 }, () =>
  fc.assert(
    fc.asyncProperty(several(quick), scenes, async (ailments, scene) => {
      const { verdict, leaks } = await trialOf({ ...scene, faults: ailments })
      expect(['pullable', 'unpullable', 'unknown']).toContain(verdict)
      expect(leaks).toEqual([])
    }),
    { numRuns: 50 },
  ),
)

test('what says nothing about the image never makes it unpullable', { timeout: 120_000 }, () =>
  fc.assert(
    fc.asyncProperty(several(silent), fc.constantFrom('nobody', 'secret'), async (ailments, who) => {
      const { verdict } = await trialOf({ who, ask: 'acme/web:v1', faults: ailments })
      expect(['pullable', 'unknown']).toContain(verdict)
    }),
    { numRuns: 70 },
  ),
)

import { describe, expect, test } from 'vitest'
import { observe, titled, truthOf } from './trial.ts'
import type { Row } from './trial.ts'

const fine = { verdict: 'pullable', requests: 4 } as const
const tokenless = { verdict: 'unknown', code: 'registry-error', requests: 2, says: /gave no token/ } as const
const rejected = { verdict: 'unpullable', code: 'pull-secret-rejected', requests: 4 } as const
const denied = { who: 'nobody', verdict: 'unknown', code: 'access-denied', requests: 2 } as const
const unreachable = { verdict: 'unknown', code: 'registry-unreachable' } as const
const identity = { who: 'runner-identity', environment: { nodeCredentials: { kind: 'runner' } } } as const
const refused = { ...identity, verdict: 'unpullable', code: 'not-found-or-private' } as const

const rows: readonly Row[] = [
  { fault: 'token-unauthorized', ...rejected, says: /incorrect username or password/ },
  { fault: 'token-unauthorized', ...denied },
  { fault: 'token-denied', ...rejected },
  { fault: 'token-denied', ...denied },
  { fault: 'token-echoes-password', ...rejected, says: /denied for Basic \*\*\*/ },
  { fault: 'token-not-found', ...tokenless },
  { fault: 'token-feature-off', ...tokenless, says: /registry is disabled/ },
  { fault: 'token-limited', verdict: 'unknown', code: 'rate-limited', requests: 4 },
  { fault: 'token-500', ...tokenless, requests: 4 },
  { fault: 'token-503', ...tokenless, requests: 4 },
  { fault: 'token-html', ...tokenless },
  { fault: 'token-absent', ...tokenless },
  { fault: 'token-empty', ...tokenless },
  { fault: 'token-number', ...tokenless },
  { fault: 'token-null', ...tokenless },
  { fault: 'token-with-line-breaks', ...tokenless },
  { fault: 'token-not-json', ...tokenless },
  { fault: 'token-huge', ...tokenless },
  {
    fault: 'token-worthless',
    verdict: 'unknown',
    code: 'registry-error',
    requests: 6,
    says: /does not accept the token/,
  },
  { fault: 'token-hang', ...unreachable, requests: 3, patienceMs: 400 },
  { fault: 'token-reset', ...unreachable, requests: 4 },
  { fault: 'token-redirect-loop', verdict: 'unknown', code: 'registry-error', requests: 2, says: /circle/ },
  { fault: 'token-redirect-metadata', verdict: 'unknown', code: 'registry-error', requests: 2, says: /not follow/ },
  { fault: 'token-redirect-other-host', verdict: 'unknown', code: 'proxy-error', requests: 3 },
  { fault: 'token-issued-yesterday', ...fine },
  { fault: 'token-expires-at-once', ...fine },
  { fault: 'token-expires-in-text', ...fine },
  { fault: 'token-expires-never', ...fine },
  // an identity token goes by POST, and by GET where there is no POST
  { name: 'an identity token', ...identity, ...fine },
  { fault: 'token-post-404', ...refused, requests: 6 },
  { fault: 'token-post-405', ...refused, requests: 6 },
  { fault: 'token-echoes-password', ...refused, requests: 5 },
]

describe('a token server', () => {
  test.each(titled(rows))('%s', async (_, row) => {
    expect(await observe(row)).toEqual(truthOf(row))
  })
})

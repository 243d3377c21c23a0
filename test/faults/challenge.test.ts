import { describe, expect, test } from 'vitest'
import { realmAt } from '../../src/simulator/faults/challenge.ts'
import { alice } from './login.ts'
import { observe, titled, truthOf, withTrial } from './trial.ts'
import type { Row } from './trial.ts'

const fine = { verdict: 'pullable', requests: 4 } as const
const useless = { verdict: 'unknown', code: 'registry-error', requests: 1, says: /way that clients do not/ } as const
const unsafe = { verdict: 'unknown', code: 'registry-error', requests: 1, says: /must not contact/ } as const
const rejected = { verdict: 'unpullable', code: 'pull-secret-rejected' } as const
const denied = { who: 'nobody', verdict: 'unknown', code: 'access-denied' } as const
const nowhere = { verdict: 'unknown', code: 'proxy-error', requests: 2 } as const

const rows: readonly Row[] = [
  // right, in unusual words
  { fault: 'challenge-lower-case', ...fine },
  { fault: 'challenge-with-blanks', ...fine },
  { fault: 'challenge-quoted-commas', ...fine, requests: 5 },
  { fault: 'challenge-escapes', ...fine },
  { fault: 'challenge-unquoted', ...fine },
  { fault: 'challenge-several-lines', ...fine },
  { fault: 'challenge-several-in-one-line', ...fine },
  { fault: 'challenge-basic-without-realm', ...fine },
  { fault: 'challenge-without-scope', ...fine },
  { fault: 'challenge-without-service', ...fine },
  { fault: 'challenge-two-scopes', ...fine },
  { fault: 'challenge-relative-realm', ...fine },
  { fault: 'challenge-realm-with-query', ...fine },
  // useless
  { fault: 'challenge-absent', ...useless },
  { fault: 'challenge-blank', ...useless },
  { fault: 'challenge-garbled', ...useless },
  { fault: 'challenge-only-commas', ...useless },
  { fault: 'challenge-unknown-scheme', ...useless },
  { fault: 'challenge-without-realm', ...useless },
  { fault: 'challenge-empty-realm', ...useless },
  { fault: 'unauthorized-plain', ...useless },
  { fault: 'challenge-huge', ...nowhere },
  // to where no credential should go
  { fault: 'realm-not-a-url', ...useless },
  { fault: 'realm-file', ...useless },
  { fault: 'realm-plain-http', verdict: 'unknown', code: 'access-denied', requests: 1, says: /plain HTTP/ },
  { fault: 'realm-plain-http', who: 'nobody', ...unsafe },
  { fault: 'realm-metadata', ...unsafe },
  { fault: 'realm-private', ...unsafe },
  { fault: 'realm-ipv6-mapped', ...unsafe },
  { fault: 'realm-other-host', ...nowhere },
  { fault: 'realm-with-user', ...nowhere },
  // a door that opens for nobody
  { fault: 'unauthorized-always', ...rejected, requests: 5 },
  { fault: 'unauthorized-always', ...denied, requests: 3 },
  { fault: 'basic-always', ...rejected, requests: 3 },
  { fault: 'basic-always', ...denied, requests: 1 },
  { fault: 'insufficient-scope', ...rejected, requests: 5 },
  { fault: 'insufficient-scope', ...denied, requests: 3 },
  { fault: 'invalid-token-always', verdict: 'unknown', code: 'registry-error', requests: 6, says: /does not accept/ },
]

describe('a challenge', () => {
  test.each(titled(rows))('%s', async (_, row) => {
    expect(await observe(row)).toEqual(truthOf(row))
  })

  test('may send a login to the token server of another host, as Docker Hub does', async () => {
    const auth = { users: [alice], style: 'hub' } as const
    const row: Row = { auth, tokenOrigin: 'https://auth.test', verdict: 'pullable', requests: 4 }
    await withTrial(row, ({ report, registry }) => {
      expect(report.verdict).toBe('pass')
      expect(registry.requests.filter(({ route }) => route === 'token').map(({ user }) => user)).toEqual(['alice'])
    })
  })

  test.each([
    'http://auth.test/token',
    'https://127.0.0.1:9/token',
    'https://[::1]:9/token',
    'https://localhost:9/token',
  ])('does not send anything to %s', async realm => {
    const row: Row = { fault: realmAt(realm), verdict: 'unknown', requests: 1, alsoKnownAs: ['auth.test:80'] }
    await withTrial(row, ({ report, registry }) => {
      expect(report.uses[0]?.verdict).toBe('unknown')
      expect(registry.requests.map(({ path, authorization }) => [path, authorization])).toEqual([
        ['/v2/acme/web/manifests/v1', 'none'],
      ])
    })
  })
})

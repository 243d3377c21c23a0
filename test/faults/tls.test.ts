import { describe, expect, test } from 'vitest'
import { observe, titled, truthOf } from './trial.ts'
import type { Row } from './trial.ts'

const unpullable = { verdict: 'unpullable', requests: 1 } as const
const untrusted = { verdict: 'unknown', code: 'tls-untrusted', requests: 1 } as const
const handshake = { verdict: 'unknown', code: 'tls-handshake', requests: 1 } as const
const declared = { environment: { insecureRegistries: ['registry.test'] } } as const
const plain = { ...declared, tokenOrigin: 'http://registry.test', alsoKnownAs: ['registry.test:80'] } as const

/** What nodes meet as well is unpullable; what depends on what a node trusts or holds is unknown. */
const rows: readonly Row[] = [
  { name: 'a good certificate', tls: 'good', verdict: 'pullable', requests: 4 },
  { name: 'an expired certificate', tls: 'expired', ...unpullable, code: 'tls-expired', says: /has expired/ },
  { name: 'one of tomorrow', tls: 'not-yet-valid', ...unpullable, code: 'tls-expired', says: /not valid yet/ },
  { name: 'one for another name', tls: 'wrong-name', ...unpullable, code: 'tls-name-mismatch', says: /another name/ },
  { name: 'a self-signed one', tls: 'self-signed', ...untrusted, says: /ca-file/ },
  { name: 'one of an unknown authority', tls: 'unknown-authority', ...untrusted, says: /ca-file/ },
  { name: 'a missing intermediate', tls: 'missing-intermediate', ...untrusted, says: /whole chain/ },
  { name: 'TLS 1.1', tls: 'old-protocol', ...unpullable, code: 'tls-handshake', says: /TLS 1\.2/ },
  // with TLS 1.2 this alert also is how a server asks for a client certificate, which nodes may hold
  { name: 'no common cipher', tls: 'no-common-cipher', ...handshake, says: /cipher/ },
  // what listens there decides: plain HTTP is what nodes stumble over, anything else is no registry
  {
    name: 'plain HTTP',
    tls: 'none',
    verdict: 'unpullable',
    code: 'plain-http-registry',
    requests: 2,
    says: /plain HTTP/,
  },
  { name: 'plain HTTP declared', tls: 'none', ...plain, verdict: 'pullable', requests: 5 },
  { name: 'an expired certificate declared', tls: 'expired', ...declared, verdict: 'pullable', requests: 4 },
  { name: 'one for another name declared', tls: 'wrong-name', ...declared, verdict: 'pullable', requests: 4 },
  {
    name: 'a moment of something else',
    faults: [[{ times: 1 }, 'ssh-on-connect']],
    verdict: 'unknown',
    code: 'registry-error',
    requests: 2,
    says: /not in plain HTTP either/,
  },
  {
    name: 'a token server of something else',
    tokenOrigin: 'https://auth.test',
    faults: [[{ after: 1 }, 'ssh-on-connect']],
    verdict: 'unknown',
    code: 'registry-error',
    requests: 2,
  },
  { name: 'a client certificate that is wanted', tls: 'client-certificate', ...handshake, says: /client certificate/ },
  { fault: 'tls-handshake-failure', ...handshake, says: /client certificate/ },
]

describe('TLS', () => {
  test.each(titled(rows))('%s', async (_, row) => {
    expect(await observe(row)).toEqual(truthOf(row))
  })
})

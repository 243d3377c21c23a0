import { describe, expect, test } from 'vitest'
import { startProxy } from '../../src/simulator/proxy.ts'
import { observe, titled, truthOf, withTrial } from './trial.ts'
import type { Row } from './trial.ts'

const proxyError = { verdict: 'unknown', code: 'proxy-error' } as const

/** It is the runner's proxy that fails, which the nodes may never meet. */
const rows: readonly Row[] = [
  { name: 'a proxy that forbids the host', proxy: 'refuse', ...proxyError, requests: 1, says: /refused to connect/ },
  { name: 'a proxy that wants a login', proxy: 'authenticate', ...proxyError, requests: 1, says: /407/ },
  { name: 'a proxy that reaches nobody', proxy: 'bad-gateway', ...proxyError, requests: 1, says: /NO_PROXY/ },
  // undici tells of a silent proxy to half a second only, and the patience with answers is twice this
  { name: 'a proxy that hangs', proxy: 'hang', ...proxyError, requests: 2, patienceMs: 1500, says: /did not answer/ },
  {
    name: 'a proxy that is down',
    variables: { HTTPS_PROXY: 'http://alice:hunter2@127.0.0.1:1' },
    ...proxyError,
    requests: 1,
    says: /did not answer/,
  },
  {
    name: 'a proxy whose address is none',
    variables: { HTTPS_PROXY: 'ftp://hunter2@127.0.0.1:1' },
    ...proxyError,
    requests: 1,
    says: /`HTTPS_PROXY`/,
  },
  {
    name: 'an expired certificate behind a proxy',
    tls: 'expired',
    verdict: 'unpullable',
    code: 'tls-expired',
    requests: 1,
  },
  { name: 'a redirect that the proxy forbids', fault: 'redirect-to-nowhere', ...proxyError, requests: 2 },
]

describe('a proxy', () => {
  test.each(titled(rows))('%s', async (_, row) => {
    expect(await observe(row)).toEqual(truthOf(row))
  })

  test('gets its login, and nobody reads it', async () => {
    await using own = await startProxy({ routes: {}, login: 'proxy:hunter2' })
    const variables = { HTTPS_PROXY: `http://proxy:hunter2@${own.host}` }
    await withTrial({ variables, verdict: 'unknown', requests: 1 }, ({ report }) => {
      expect(own.requests).toEqual([{ method: 'CONNECT', target: 'registry.test:443', hadAuthorization: true }])
      expect(JSON.stringify(report)).not.toContain('hunter2')
    })
  })
})

import { expect, test } from 'vitest'
import { proxyFor } from './proxy.ts'
import type { Environment } from './proxy.ts'

const proxy = 'http://proxy.test:3128'

test.each<readonly [string, string, Environment, string]>([
  ['no variable', 'https://ghcr.io', {}, 'direct'],
  ['HTTPS_PROXY', 'https://ghcr.io', { HTTPS_PROXY: proxy }, 'proxy.test:3128'],
  ['lower case before upper case', 'https://ghcr.io', { https_proxy: 'http://a.test', HTTPS_PROXY: proxy }, 'a.test'],
  ['HTTP_PROXY is not for HTTPS', 'https://ghcr.io', { HTTP_PROXY: proxy }, 'direct'],
  ['HTTP_PROXY is for HTTP', 'http://ghcr.io', { HTTP_PROXY: proxy }, 'proxy.test:3128'],
  ['no scheme', 'https://ghcr.io', { HTTPS_PROXY: 'proxy.test:3128' }, 'proxy.test:3128'],
  ['an empty variable', 'https://ghcr.io', { HTTPS_PROXY: '' }, 'direct'],
  ['loopback', 'https://127.0.0.1:5000', { HTTPS_PROXY: proxy }, 'direct'],
  ['localhost', 'http://localhost:5000', { HTTP_PROXY: proxy }, 'direct'],
  ['a scheme that nobody knows', 'https://ghcr.io', { HTTPS_PROXY: 'ftp://proxy.test' }, 'unusable'],
  ['no URL', 'https://ghcr.io', { HTTPS_PROXY: 'http://[' }, 'unusable'],
])('with %s the proxy for %s', (_, url, environment, expected) => {
  const choice = proxyFor(new URL(url), environment)
  expect(choice.kind === 'proxy' ? choice.url.host : choice.kind).toBe(expected)
})

test.each([
  ['ghcr.io', 'https://ghcr.io', true],
  ['ghcr.io', 'https://pkg.ghcr.io', true],
  ['ghcr.io', 'https://notghcr.io', false],
  ['.ghcr.io', 'https://pkg.ghcr.io', true],
  ['.ghcr.io', 'https://ghcr.io', false],
  ['*.ghcr.io', 'https://pkg.ghcr.io', true],
  ['GHCR.IO', 'https://ghcr.io', true],
  ['a.test, ghcr.io', 'https://ghcr.io', true],
  ['a.test ghcr.io', 'https://ghcr.io', true],
  ['*', 'https://ghcr.io', true],
  ['ghcr.io:443', 'https://ghcr.io', true],
  ['ghcr.io:5000', 'https://ghcr.io', false],
  ['10.0.0.0/8', 'https://10.1.2.3', true],
  ['10.0.0.0/8', 'https://11.1.2.3', false],
  ['10.0.0.0/99', 'https://10.1.2.3', false],
  ['10.1.2.3', 'https://10.1.2.3:5000', true],
  ['2.3', 'https://10.1.2.3', false],
  ['fd00::/8', 'https://[fd00::1]', true],
  ['fd00::1', 'https://[fd00::1]:5000', true],
  ['', 'https://ghcr.io', false],
])('NO_PROXY=%s exempts %s: %s', (list, url, expected) => {
  const choice = proxyFor(new URL(url), { HTTPS_PROXY: proxy, NO_PROXY: list })
  expect(choice.kind === 'direct').toBe(expected)
})

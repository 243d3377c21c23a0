import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import type { HttpHeaders } from '../transport/http.ts'
import { readLimit } from './limit.ts'
import { Quotas } from './quota.ts'
import { retryDelay } from './retry.ts'

const now = Date.parse('2026-11-24T12:00:00Z')

function limited(headers: HttpHeaders, text = '') {
  return { kind: 'response', status: 429, headers, body: Buffer.from(text) } as const
}

test.each<readonly [string, HttpHeaders, string, string, number | undefined]>([
  ['seconds', { 'retry-after': '7' }, '', 'requests', 7000],
  ['a date', { 'retry-after': 'Tue, 24 Nov 2026 12:00:09 GMT' }, '', 'requests', 9000],
  ['a date that is over', { 'retry-after': 'Tue, 24 Nov 2026 11:00:00 GMT' }, '', 'requests', 0],
  ['nonsense', { 'retry-after': 'soon' }, '', 'requests', undefined],
  ['microseconds in the message (GHCR)', {}, 'retry-after: 667.214µs, allowed: 44000/minute', 'requests', 1],
  ['minutes in the message', {}, 'retry-after: 1m30s', 'requests', 90_000],
  ['no pull left (Docker Hub)', { 'ratelimit-remaining': '0;w=21600' }, '', 'pulls', undefined],
  ['the long text of Docker Hub', {}, 'You have reached your unauthenticated pull rate limit.', 'pulls', undefined],
  ['the amount of data (ECR Public)', {}, 'Data limit exceeded', 'data', undefined],
  ['nothing', {}, 'Too Many Requests', 'requests', undefined],
])('a rate limit that says %s', (_, headers, text, quota, retryAfterMs) => {
  expect(readLimit(limited(headers, text), now)).toMatchObject({ quota, retryAfterMs })
})

test.each<readonly [string, HttpHeaders, string, readonly (number | undefined)[]]>([
  ['that says nothing is waited out longer each time', {}, '', [1000, 2000, undefined]],
  ['of microseconds is waited out a second at least', {}, 'retry-after: 667.214µs', [1000, 1000, undefined]],
  ['of an hour is not waited out', { 'retry-after': '3600' }, '', [undefined, undefined, undefined]],
  ['on pulls is not waited out', {}, 'pull rate limit', [undefined, undefined, undefined]],
])('a limit %s', (_, headers, text, delays) => {
  expect([1, 2, 3].map(attempt => retryDelay(limited(headers, text), attempt, now))).toEqual(delays)
})

test('the quota that is nearest to its end is told, as it stood at its lowest', () => {
  const quotas = new Quotas()
  quotas.note('docker.io', { 'ratelimit-limit': '100;w=21600', 'ratelimit-remaining': '76;w=21600' })
  quotas.note('docker.io', { 'ratelimit-limit': '100;w=21600', 'ratelimit-remaining': '78;w=21600' })
  quotas.note('other.test', { 'ratelimit-limit': '200', 'ratelimit-remaining': '90' })
  quotas.note('odd.test', { 'ratelimit-limit': 'many', 'ratelimit-remaining': '1' })
  expect(quotas.tightest).toEqual({ registry: 'docker.io', limit: 100, remaining: 76 })
  expect(quotas.isNearEnd('docker.io')).toBe(false)
})

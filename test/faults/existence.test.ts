import { describe, expect, test } from 'vitest'
import { observe, titled, truthOf } from './trial.ts'
import type { Row } from './trial.ts'

const tag = { verdict: 'unpullable', code: 'tag-not-found', requests: 4 } as const
const repository = { verdict: 'unpullable', code: 'repository-not-found', requests: 3 } as const
const error = { verdict: 'unknown', code: 'registry-error', requests: 3 } as const
const other = { ...error, says: /no image registry/ } as const
const forbidden = { verdict: 'unpullable', code: 'registry-policy', requests: 3 } as const
const missing = { ...tag, ask: 'acme/web:v3' } as const
// the manifest of the tag that is offered, what it resolves to by HEAD, and its child
const proof = 3
const offering = { ...missing, requests: tag.requests + proof } as const

const crio = { environment: { runtime: 'cri-o' } } as const

const rows: readonly Row[] = [
  { name: 'a tag that is not there', ...offering, says: /has another tag: `v1`/ },
  { name: 'a tag that is not there', who: 'nobody', ...offering },
  {
    name: 'a digest that is not there',
    ask: `acme/web@sha256:${'12'.repeat(32)}`,
    verdict: 'unpullable',
    code: 'digest-not-found',
    requests: 4,
  },
  { name: 'a repository that is not there', ask: 'acme/none:v1', ...repository, requests: 4 },
  // a manifest that is not there though the tag is listed: never a suggestion to use that very tag
  { fault: 'manifest-unknown', ...tag, says: /^(?!.*Use `v1`).*lists the tag, but gives no manifest/s },
  { fault: 'not-found-harbor', ...tag, says: /lists the tag/ },
  { fault: 'not-found-artifactory', ...tag, says: /lists the tag/ },
  { fault: 'error-code-odd', ...tag },
  { fault: 'tag-expired', ...tag, says: /has expired or was deleted/ },
  { fault: 'name-unknown', ...repository },
  { fault: 'name-invalid', ...repository },
  // a 404 that no registry wrote
  { fault: 'not-found-plain', ...other },
  { fault: 'not-found-html', ...other },
  { fault: 'not-found-empty', ...other },
  { fault: 'gone', ...other },
  { fault: 'bad-request', ...other },
  { fault: 'upstream-error-400', ...error, says: /registry behind it refused/ },
  { fault: 'upstream-unauthorized-500', ...error, requests: 5, says: /registry behind it refused/ },
  { fault: 'denied-405', ...forbidden, says: /no images under this name/ },
  { fault: 'denied-405', who: 'nobody', ...forbidden, says: /no images under this name/ },
  { fault: 'unsupported-405', ...forbidden, says: /no images under this name/ },
  // HEAD and GET that do not agree
  { fault: 'head-401', ...error, requests: 6 },
  { fault: 'head-405', verdict: 'pullable', requests: 5 },
  { fault: 'head-403', ...error, requests: 6, says: /refuses HEAD requests, .* \(HTTP 403\)/ },
  { fault: 'head-403', ...crio, verdict: 'pullable', requests: 6 },
  { fault: 'head-403', registry: 'ghcr.io', verdict: 'pullable', requests: 5 },
  { fault: 'head-404', ...error, requests: 6, says: /refuses HEAD requests, .* \(HTTP 404\)/ },
  { fault: 'head-429', verdict: 'unknown', code: 'rate-limited', requests: 10 },
  { fault: 'head-500', ...error, requests: 10 },
  { fault: 'head-501', ...error, requests: 6, says: /refuses HEAD requests, .* \(HTTP 501\)/ },
  { fault: 'head-empty-200', verdict: 'pullable', requests: 5 },
  { fault: 'get-404', verdict: 'unpullable', code: 'manifest-invalid', requests: 6, says: /holds no such manifest/ },
  { fault: 'get-404', ...crio, ...tag, says: /lists the tag/ },
  // what CRI-O asks first
  {
    fault: 'ping-403',
    ...crio,
    ...error,
    requests: 6,
    says: /refuses `GET \/v2\/`, by which CRI-O begins/,
  },
  { fault: 'ping-404', ...crio, ...error, requests: 6 },
  { fault: 'ping-500', ...crio, ...error, requests: 8 },
  {
    fault: 'ping-html',
    ...crio,
    verdict: 'unknown',
    code: 'registry-error',
    requests: 7,
    says: /shows its login only where/,
  },
  { fault: 'ping-403', verdict: 'pullable', requests: 4 },
  { fault: 'get-500', ...error, requests: 5 },
]

describe('what is not there', () => {
  test.each(titled(rows))('%s', async (_, row) => {
    expect(await observe(row)).toEqual(truthOf(row))
  })
})

/** The list decides between a missing tag and a missing repository; a bad one decides nothing else. */
const lists: readonly Row[] = [
  { fault: 'tags-same-page-forever', ...missing, requests: 6 + proof },
  { fault: 'tags-new-page-forever', ...missing, requests: 33 + 2 * proof },
  { fault: 'tags-link-elsewhere', ...offering },
  { fault: 'tags-link-garbled', ...missing, requests: 5 + proof },
  { fault: 'tags-link-loses-prefix', ...offering },
  { fault: 'tags-405-above-1000', ...offering, says: /has another tag: `v1`/ },
  { fault: 'tags-null', ...missing, says: /no tags at all/ },
  { fault: 'tags-not-strings', ...offering, says: /has another tag: `v2`/ },
  { fault: 'tags-not-a-list', ...missing, says: /did not show which it has/ },
  { fault: 'tags-html', ...missing, says: /did not show which it has/ },
  { fault: 'tags-unauthorized', ...missing, requests: 4, says: /did not show which it has/ },
  { fault: 'tags-denied', ...missing, says: /did not show which it has/ },
  { fault: 'tags-404', ...missing, says: /did not show which it has/ },
  { fault: 'tags-500', ...missing, requests: 6, says: /did not show which it has/ },
  { fault: 'tags-hundred-thousand', ...missing, ask: 'acme/web:next', says: /has other tags/ },
  { fault: 'tags-hostile-names', ...offering, says: /has another tag: `v1`/ },
]

describe('a missing tag beside a list of tags', () => {
  test.each(titled(lists))('%s', async (_, row) => {
    expect(await observe(row)).toEqual(truthOf(row))
  })
})

import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { diagnose } from './diagnose.ts'

test.each([
  ['Artifactory, told by its version,', { 'x-jfrog-version': 'Artifactory/7.98.7' }, true],
  ['Artifactory, told by its id,', { 'x-artifactory-id': '4f2a' }, true],
  ['another registry', {}, undefined],
])('a 404 of %s may hide what is private: %s', (_, headers, mayHide) => {
  const body = Buffer.from('{"errors":[{"code":"MANIFEST_UNKNOWN","message":"manifest unknown"}]}')
  const response = {
    kind: 'response',
    status: 404,
    headers: { 'content-type': 'application/json', ...headers },
    body,
  } as const
  const cause = diagnose({ response, host: 'registry.test', at: 'registry', tokenIssued: false, now: 0 })
  expect(cause).toMatchObject({ kind: 'absent', missing: 'manifest', mayHide })
})

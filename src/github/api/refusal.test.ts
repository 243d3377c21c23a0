import { expect, test } from 'vitest'
import { Secret } from '../../secret.ts'
import { refused } from './permission.ts'
import { readRefusal } from './refusal.ts'
import type { Refusal } from './refusal.ts'

const answer = (status: number, message?: string, headers: object = {}) => ({
  status,
  response: { headers, data: { message } },
})

test.each<[string, unknown, Refusal['kind'], string]>([
  ['a missing permission', answer(403, 'Resource not accessible by integration'), 'not-permitted', 'forbidden'],
  ['a hidden repository', answer(404, 'Not Found'), 'not-found', 'forbidden'],
  ['a locked conversation', answer(403, 'Unable to create comment because issue is locked.'), 'locked', 'locked'],
  ['a locked conversation as 422', answer(422, 'conversation is locked'), 'locked', 'locked'],
  ['a deleted issue', answer(410, 'This issue was deleted'), 'gone', '410'],
  ['a limit told by its header', answer(403, 'slow down', { 'retry-after': '60' }), 'rate-limited', 'rate limit'],
  ['a limit told by its words', answer(403, 'API rate limit exceeded'), 'rate-limited', 'rate limit'],
  ['a limit told by its status', answer(429), 'rate-limited', 'rate limit'],
  ['a token that is over', answer(401, 'Bad credentials'), 'bad-credentials', '401'],
  ['a server in trouble', answer(503), 'server-error', '503'],
  ['another answer', answer(409, 'conflict'), 'other', '409: conflict'],
  ['a broken connection', new Error('connect ECONNREFUSED'), 'no-answer', 'ECONNREFUSED'],
  ['anything thrown', null, 'no-answer', 'null'],
])('%s is told apart and said', (_name, error, kind, words) => {
  const refusal = readRefusal(error, new Secret('token'))
  const result = refused(refusal, 'pull-requests: write')
  expect(refusal.kind).toBe(kind)
  expect(JSON.stringify(result)).toContain(words)
})

test('words of others are one line, short, and without the token', () => {
  const refusal = readRefusal(answer(422, `a\n::error::b\u202e ghs_1 ${'x'.repeat(999)}`), new Secret('ghs_1'))
  const why = refusal.kind === 'rejected' ? refusal.why : ''
  expect(why.startsWith('a ::error::b *** xxx')).toBe(true)
  expect(why).toHaveLength(200)
})

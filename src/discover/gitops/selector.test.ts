import { expect, test } from 'vitest'
import { matchesSelector } from './selector.ts'

const set = { app: 'a', path: { basename: 'web' } }

test.each([
  ['nothing', {}, true],
  ['a label', { matchLabels: { app: 'a' } }, true],
  ['another value of it', { matchLabels: { app: 'b' } }, false],
  ['a nested field', { matchLabels: { 'path.basename': 'web' } }, true],
  ['one of several', { matchExpressions: [{ key: 'app', operator: 'In', values: ['a', 'b'] }] }, true],
  ['none of several', { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['a'] }] }, false],
  [
    'any value but one, where there is none',
    { matchExpressions: [{ key: 'x', operator: 'NotIn', values: ['a'] }] },
    true,
  ],
  ['that it is there', { matchExpressions: [{ key: 'app', operator: 'Exists' }] }, true],
  ['that it is not there', { matchExpressions: [{ key: 'x', operator: 'DoesNotExist' }] }, true],
  ['by an operator that there is not', { matchExpressions: [{ key: 'x', operator: 'in', values: ['a'] }] }, false],
])('a selector that wants %s', (_, selector, lets) => {
  expect(matchesSelector(set, selector)).toBe(lets)
})

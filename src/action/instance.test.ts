import { expect, test } from 'vitest'
import { instanceOf } from './instance.ts'

const of = (publish: Parameters<typeof instanceOf>[0]['inputs']['publish']) =>
  instanceOf({ context: { job: 'images' }, inputs: { raw: {}, publish } })

test.each([
  ['a job without a matrix', { matrix: 'null' }, { key: 'images', label: undefined }],
  ['an older runner or a broken text', { matrix: '{' }, { key: 'images', label: undefined }],
  ['a job of a matrix', { matrix: '{"team": "shop", "n": 2}' }, { key: 'images (shop, 2)', label: 'shop, 2' }],
  ['a key of its own', { matrix: '{"team": "shop"}', 'comment-key': 'a' }, { key: 'a', label: 'a' }],
] as const)('%s', (_, publish, expected) => {
  expect(of(publish)).toEqual(expected)
})

test('two long matrices that end differently are two', () => {
  const keys = ['a', 'b'].map(end => of({ matrix: JSON.stringify({ values: `${'x'.repeat(200)}${end}` }) }).key)
  expect(new Set(keys).size).toBe(2)
  for (const key of keys) expect(key.length).toBeLessThan(110)
})

import { expect, test } from 'vitest'
import { compileGlob } from './glob.ts'
import { baseOfGlob } from './parse-glob.ts'

test.each([
  ['a.yaml', ['a.yaml'], ['b/a.yaml', 'axyaml', 'a.yaml2', '']],
  ['*.yaml', ['a.yaml', '.yaml', '.a.yaml'], ['b/a.yaml']],
  ['**/testdata/**', ['testdata', 'a/b/testdata', 'testdata/c/d'], ['mytestdata/a', 'testdata2']],
  ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b'], ['ab', 'a/xb', 'b']],
  ['a/**', ['a', 'a/b', 'a/b/c'], ['ab', 'b/a']],
  ['**', ['a', 'a/b', ''], []],
  ['a**b', ['ab', 'axb'], ['a/b']],
  ['a?c', ['abc'], ['a/c', 'ac', 'abbc']],
  ['[a-cx]1', ['b1', 'x1'], ['d1', '-1']],
  ['[!a-c]1', ['d1'], ['b1', '/1']],
  ['[]]', [']'], ['[']],
  ['{a,b/{c,d}}.yaml', ['a.yaml', 'b/c.yaml', 'b/d.yaml'], ['b.yaml', 'c.yaml']],
  ['{a,**/b}/c', ['a/c', 'b/c', 'x/b/c'], ['x/a/c']],
  ['{a}[b', ['{a}[b'], ['a', 'ab']],
  ['{a,b', ['{a,b'], ['a', 'b']],
  [String.raw`\*\{a,b}`, ['*{a,b}'], ['xa']],
  ['(a+)+.c', ['(a+)+.c'], ['aaac', 'aaa.c']],
])('%s', (pattern, matching, others) => {
  const matches = compileGlob(pattern, 'segment')
  expect(matching.filter(text => !matches(text))).toEqual([])
  expect(others.filter(text => matches(text))).toEqual([])
})

test('a star over references takes slashes', () => {
  const matches = compileGlob('ghcr.io/*:{1,2}.?', 'anything')
  expect(matches('ghcr.io/acme/web:1.2')).toBe(true)
  expect(matches('ghcr.io/acme/web:3.2')).toBe(false)
})

test.each(['*a'.repeat(100), '{a*,*a}'.repeat(100), '{'.repeat(1000), '{a,'.repeat(500), '**/'.repeat(100), '(a+)+$'])(
  'no pattern takes long: %.20s',
  pattern => {
    const matches = compileGlob(pattern, 'segment')
    const started = performance.now()
    matches(`${'a'.repeat(2000)}b`)
    expect(performance.now() - started).toBeLessThan(2000)
  },
)

test.each([
  ['deploy/**/*.yaml', 'deploy'],
  ['a/b.yaml', 'a/b.yaml'],
  ['*.yaml', '.'],
  ['a/{b,c}/d', 'a'],
])('the base of %s is %s', (pattern, base) => {
  expect(baseOfGlob(pattern)).toBe(base)
})

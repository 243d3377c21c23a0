import { describe, expect, test } from 'vitest'
import { parseDocument } from './parse-document.ts'

const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]']
  .concat(Array.from('bcdefgh', (name, index) => `${name}: &${name} [${`*${'abcdefg'[index]}, `.repeat(10)}]`))
  .join('\n')

describe('parseDocument', () => {
  test.each([
    [
      'merge keys, the own key winning',
      'a: &a {x: 1, z: 1}\nb: {<<: *a, z: 2}',
      { a: { x: 1, z: 1 }, b: { x: 1, z: 2 } },
    ],
    ['the last of duplicate keys', 'a: 1\na: 2', { a: 2 }],
    ['YAML 1.1 booleans', 'a: yes\nb: off', { a: true, b: false }],
    ['dates as text', 'a: 2024-01-01', { a: '2024-01-01' }],
    ['a colon between numbers as text', 'a: 12:30', { a: '12:30' }],
    ['JSON with tabs', '\uFEFF{\n\t"a": 1\n}', { a: 1 }],
    ['flow style that is no JSON', '{a: 1}', { a: 1 }],
    ['brackets that end below their key', 'a:\n  b: [\n    x,\n  ]\n  c: {\nd: 1\n}', { a: { b: ['x'], c: { d: 1 } } }],
    ['quotes that go on at the margin', 'a:\n  b: "x\ny"', { a: { b: 'x y' } }],
    [
      'a comment that only YAML 1.1 ends',
      'a: x #\u2028a: z\nb: x #\u0085b: z\nc: x #\u2029c: z',
      { a: 'z', b: 'z', c: 'z' },
    ],
    ['CRLF and a block scalar', 'a: |-\r\n  x\r\n', { a: 'x' }],
  ])('reads %s', (_, text, data) => {
    expect(parseDocument(text)).toEqual({ kind: 'parsed', roots: [data] })
  })

  test.each([
    ['a tab in the indentation', 'a:\n\tb: 1', 2, 1],
    ['what lies behind other breaks of lines', 'a: 1\u2028b: 2\nc: "x', 1, undefined],
    ['an open quote', 'a: 1\nb: "x', 2, 6],
    ['a template', 'kind: Pod\nname: {{ .Values.name }}', 2, 7],
    ['a control character', 'a: "\u0001"', 1, 5],
    ['an unknown tag', 'a: !vault x', 1, 4],
    ['an alias of nothing', 'a: *b', 1, 5],
    ['an alias to itself', 'a: &a [*a]', 1, undefined],
    ['aliases that grow to millions', bomb, 1, undefined],
    ['endless nesting', '['.repeat(5000), 1, 200],
    ['endless nesting in JSON', `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`, 1, undefined],
  ])('says where %s stands', (_, text, line, column) => {
    const parsed = parseDocument(text)
    expect(parsed).toEqual({ kind: 'malformed', detail: expect.stringMatching(/./), line, column })
  })
})

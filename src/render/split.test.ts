import { array, assert, constantFrom, pre, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { splitDocuments } from './split.ts'

describe('documents begin and end at markers in column 0', () => {
  test.each<[string, string, readonly (readonly [number, string])[]]>([
    ['no marker', 'a: 1\nb: 2', [[1, 'a: 1\nb: 2']]],
    ['a marker first', '---\na: 1\n', [[1, '---\na: 1\n']]],
    [
      'two documents',
      'a: 1\n---\nb: 2\n',
      [
        [1, 'a: 1\n'],
        [2, '---\nb: 2\n'],
      ],
    ],
    ['comments above the first marker', '# why\n---\na: 1\n', [[1, '# why\n---\na: 1\n']]],
    [
      'directives',
      '%YAML 1.2\n---\na: 1\n...\n%YAML 1.2\n---\nb: 1',
      [
        [1, '%YAML 1.2\n---\na: 1\n'],
        [4, '\n%YAML 1.2\n---\nb: 1'],
      ],
    ],
    ['a comment behind the marker', '--- # one\na: 1\n--- # two\n', [[1, '--- # one\na: 1\n']]],
    [
      'content behind the marker',
      '--- {a: 1}\n--- |\n text\n',
      [
        [1, '--- {a: 1}\n'],
        [2, '--- |\n text\n'],
      ],
    ],
    ['an end marker', 'a: 1\n...\n# nothing\n', [[1, 'a: 1\n']]],
    [
      'a document without marker after an end marker',
      'a: 1\n...\nb: 2\n',
      [
        [1, 'a: 1\n'],
        [2, '\nb: 2\n'],
      ],
    ],
    ['empty documents', '---\n---\n# only this\n---\n\n--- \na: 1\n---', [[6, '--- \na: 1\n']]],
    [
      'CRLF',
      'a: 1\r\n---\r\nb: 2\r\n',
      [
        [1, 'a: 1\r\n'],
        [2, '---\r\nb: 2\r\n'],
      ],
    ],
    ['a byte order mark', '\uFEFF---\na: 1\n', [[1, '---\na: 1\n']]],
    [
      'byte order marks of joined files',
      '\uFEFFa: 1\n\uFEFF---\nb: 2\n',
      [
        [1, 'a: 1\n'],
        [2, '---\nb: 2\n'],
      ],
    ],
    [
      'a marker that ends a block scalar',
      'a: |\n  text\n---\nb: 2\n',
      [
        [1, 'a: |\n  text\n'],
        [3, '---\nb: 2\n'],
      ],
    ],
    ['an indented marker in a block scalar', 'a: |\n  x\n  ---\n  y\n', [[1, 'a: |\n  x\n  ---\n  y\n']]],
    ['what only looks like a marker', '----\n---a: 1\n....\n - ---\n', [[1, '----\n---a: 1\n....\n - ---\n']]],
    ['an invisible character is content', '---\n\u00A0a: 1\n', [[1, '---\n\u00A0a: 1\n']]],
    ['nothing', '', []],
    ['only comments', '# a\n\n# b\n', []],
  ])('%s', (_, stream, expected) => {
    expect(splitDocuments(stream).map(({ line, text }) => [line, text])).toEqual(expected)
  })
})

test('the lines of a document carry over to the stream, and no line of content is lost', () => {
  const line = constantFrom(
    '---',
    '--- # x',
    '--- {a: 1}',
    '...',
    '# c',
    '',
    'a: 1',
    'b: |',
    '  ---',
    '  text',
    '\uFEFFa: 1',
  )
  const ends = constantFrom('\n', '\r\n')
  assert(
    property(array(line, { maxLength: 12 }), ends, (lines, end) => {
      const slices = splitDocuments(lines.join(end))
      const original = lines.map(text => text.replace(/^\uFEFF/, ''))
      for (const slice of slices) {
        const own = slice.text.split(end).map(text => text.replace(/^\uFEFF/, ''))
        const there = original.slice(slice.line - 1, slice.line - 1 + own.length)
        // The first line of what follows an end marker is the rest of that marker's line; a last line may be cut off.
        expect(own.slice(1, -1)).toEqual(there.slice(1, -1))
      }
      const content = original.filter(text => /^[ab{]|^ {2}text/.test(text)).length
      expect(
        slices.flatMap(slice => slice.text.split(end)).filter(text => /^\uFEFF?[ab{]|^ {2}text/.test(text)),
      ).toHaveLength(content)
    }),
  )
})

test('a YAML parser finds the same documents', () => {
  const line = constantFrom('---', '--- # x', '--- {a: 1}', '# c', '', 'a: 1', '  ---', '   b')
  assert(
    property(array(line, { maxLength: 10 }), lines => {
      const stream = lines.join('\n')
      const parsed = parseAllDocuments(stream)
      pre(Array.isArray(parsed) && parsed.every(document => document.errors.length === 0))
      const values = [...parsed].map(document => document.toJS() as unknown).filter(value => value !== null)
      const own = splitDocuments(stream).map(({ text }) =>
        [...parseAllDocuments(text)].map(document => document.toJS() as unknown),
      )
      expect(own).toEqual(values.map(value => [value]))
    }),
  )
})

test('sixteen megabytes are cut in well under a second', () => {
  const stream = `---\n${'a: 1\n'.repeat(10)}`.repeat(300_000)
  const started = performance.now()
  expect(splitDocuments(stream)).toHaveLength(300_000)
  expect(splitDocuments(`--- ${' '.repeat(1_000_000)}\n`.repeat(5))).toEqual([])
  expect(performance.now() - started).toBeLessThan(3_000)
})

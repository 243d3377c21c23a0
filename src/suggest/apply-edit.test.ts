import { expect, test } from 'vitest'
import { applyEdits } from './apply-edit.ts'
import type { LineEdit } from './apply-edit.ts'

const edit = (line: number, column: number, endColumn: number, text: string): LineEdit => ({
  line,
  column,
  endColumn,
  text,
})

test.each([
  [
    'keeps comments and quotes',
    'a: 1\ntag: "1.27.33" # why\n',
    [edit(2, 7, 14, '1.27.3')],
    'a: 1\ntag: "1.27.3" # why\n',
  ],
  ['keeps the ends of lines', 'tag: 1\r\nb: 2\r\n', [edit(1, 6, 7, '10')], 'tag: 10\r\nb: 2\r\n'],
  ['does not count a byte order mark', '\uFEFFtag: 1\n', [edit(1, 6, 7, '2')], '\uFEFFtag: 2\n'],
  ['edits the last line without an end', 'a: 1', [edit(1, 4, 5, '2')], 'a: 2'],
  ['counts UTF-16 units', 'é🙂: 1', [edit(1, 6, 7, '2')], 'é🙂: 2'],
  [
    'makes several edits',
    'a: 1, b: 1\nc: 1',
    [edit(1, 4, 5, '22'), edit(2, 4, 5, '3'), edit(1, 10, 11, '4')],
    'a: 22, b: 4\nc: 3',
  ],
  ['refuses those that overlap', 'a: 1234', [edit(1, 4, 6, 'x'), edit(1, 5, 7, 'y')], undefined],
  ['refuses a column behind the line', 'a: 1\r\n', [edit(1, 4, 6, 'x')], undefined],
  ['refuses a line that is not there', 'a: 1', [edit(2, 1, 1, 'x')], undefined],
  ['refuses where another text stands', 'a: 1', [{ ...edit(1, 4, 5, '2'), replaces: '3' }], undefined],
  ['refuses a text of two lines', 'a: 1', [edit(1, 4, 5, 'x\ny')], undefined],
] as const)('%s', (_, text, edits, expected) => {
  expect(applyEdits(text, edits)).toBe(expected)
})

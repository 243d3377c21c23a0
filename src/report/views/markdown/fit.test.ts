import { expect, test } from 'vitest'
import { fit } from './fit.ts'

const block = (before: string, rows: readonly string[]): Parameters<typeof fit>[0][number] => ({
  before,
  count: rows.length,
  row: index => rows[index] ?? '',
  after: '.',
  separator: ',',
  cut: left => `+${left}`,
})
const length = (text: string): number => text.length

test.each([
  [100, 'A:aa,bb,cc,.B:dd,ee,.'],
  [25, 'A:aa,bb,cc,.B:dd,ee,.'],
  [20, 'A:aa,bb,cc,.B:+2.'],
  [16, 'A:aa,bb,+1.B:+2.'],
  [10, 'A:+3.B:+2.'],
])('leaves out rows from the end to fit into %i', (limit, text) => {
  expect(fit([block('A:', ['aa', 'bb', 'cc']), block('B:', ['dd', 'ee'])], limit, length)).toBe(text)
})

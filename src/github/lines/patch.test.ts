import { expect, test } from 'vitest'
import { holds, readPatch } from './patch.ts'
import type { LineRange } from '../types.ts'

test.each<[string, string, readonly string[], readonly string[]]>([
  ['two blocks of additions in one hunk', '@@ -1,3 +1,5 @@\n+a\n b\n+c\n+d\n-x\n e', ['1-1', '3-4'], ['1-5']],
  ['a header without counts', '@@ -1 +1 @@ section\n-a\n+b', ['1-1'], ['1-1']],
  ['two hunks', '@@ -1 +1 @@\n-a\n+b\n@@ -9,2 +9,2 @@\n c\n-d\n+e', ['1-1', '10-10'], ['1-1', '9-10']],
  ['a removal alone', '@@ -4,2 +3,0 @@\n-a\n-b', [], []],
  [
    'a missing line feed at the end',
    '@@ -1 +1,2 @@\n-a\n\\ No newline at end of file\n+a\n+b\n\\ No newline at end of file',
    ['1-2'],
    ['1-2'],
  ],
  ['content that looks like a header', '@@ -0,0 +1,2 @@\n+@@ -1 +50 @@\n+--- a/x', ['1-2'], ['1-2']],
  ['a patch that is cut off', '@@ -1,9 +1,9 @@\n a\n+b', ['2-2'], ['1-2']],
  ['numbers too large to be lines', '@@ -1 +99999999999 @@\n+a', [], []],
  ['nothing', '', [], []],
])('it reads %s', (_name, patch, changed, shown) => {
  const words = (ranges: readonly LineRange[]): readonly string[] => ranges.map(({ start, end }) => `${start}-${end}`)
  const read = readPatch(patch)
  expect([words(read.changed), words(read.shown)]).toEqual([changed, shown])
})

test('a range across two hunks is in neither', () => {
  const ranges = [
    { start: 1, end: 3 },
    { start: 4, end: 6 },
  ]
  expect([holds(ranges, { start: 3, end: 4 }), holds(ranges, { start: 4, end: 6 })]).toEqual([false, true])
})

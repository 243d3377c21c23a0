import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { toHeadLine } from './line-map.ts'

const inserted = '@@ -2,0 +3,2 @@ x\n+a\n+b'
const deleted = '@@ -4,2 +3,0 @@\n-a\n-b'
const rewritten = '@@ -2 +2,3 @@\n-a\n+b\n+c\n+d\n\\ No newline at end of file'
const withContext = '@@ -1,3 +1,4 @@\n a\n+b\n c\n d'

test.each<[string, string, number, number | undefined]>([
  ['before an insertion', inserted, 2, 2],
  ['inside an insertion of the base', inserted, 4, undefined],
  ['after an insertion', inserted, 5, 3],
  ['before a deletion', deleted, 3, 3],
  ['after a deletion', deleted, 4, 6],
  ['inside what the base rewrote', rewritten, 3, undefined],
  ['after what the base rewrote', rewritten, 5, 3],
  ['in the context of a hunk', withContext, 3, 2],
  ['of a file that is the same', '', 12, 12],
  ['with a diff that is none', 'fatal: bad revision', 12, 12],
])('a line %s is mapped', (_name, diff, line, expected) => {
  expect(toHeadLine(diff)(line)).toBe(expected)
})

/** Alternating blocks: lines that both have, then lines of the head and of the merge that differ. */
const blocks = fc.array(fc.record({ same: fc.integer({ min: 1, max: 3 }), head: fc.nat(3), merge: fc.nat(3) }), {
  maxLength: 8,
})

test('every line of any diff maps to where it came from', () => {
  fc.assert(
    fc.property(blocks, given => {
      const [diff, origin]: [string[], (number | undefined)[]] = [[], []]
      let headLine = 0
      for (const { same, head, merge } of given) {
        for (let count = 0; count < same; count += 1) origin.push((headLine += 1))
        const start = `-${headLine + (head > 0 ? 1 : 0)},${head} +${origin.length + (merge > 0 ? 1 : 0)},${merge}`
        const isHunk = head + merge > 0
        if (isHunk)
          diff.push(
            `@@ ${start} @@`,
            ...Array<string>(head).fill('-@@ -1 +1 @@'),
            ...Array<string>(merge).fill('+@@ -1 +1 @@'),
          )
        headLine += head
        origin.push(...Array<undefined>(merge).fill(undefined))
      }
      const mapped = origin.map((_, index) => toHeadLine(diff.join('\n'))(index + 1))
      expect(mapped).toEqual(origin)
    }),
  )
})

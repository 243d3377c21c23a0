import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fileTree } from '../../test/support/file-tree.ts'
import { unifiedDiff } from './unified-diff.ts'

const numbered = (count: number, changes: Readonly<Record<number, string>> = {}): string =>
  Array.from({ length: count }, (_, index) => changes[index + 1] ?? `line ${index + 1}`).join('\n')

test.each([
  ['one line', `${numbered(20)}\n`, `${numbered(20, { 9: 'x' })}\n`],
  ['the first and the last line', numbered(30), numbered(30, { 1: 'x', 30: 'y' })],
  ['lines that are near', numbered(30), numbered(30, { 10: 'x', 15: 'y', 26: 'z' })],
  ['lines with CRLF', 'a\r\nb\r\n', 'a\r\nc\r\n'],
  ['a single line', 'a', 'b'],
])('git applies the difference of %s', async (_, before, after) => {
  await using tree = await fileTree({ 'values.yaml': before })
  await writeFile(join(tree.root, 'fix.patch'), unifiedDiff('values.yaml', before, after))
  execFileSync('git', ['apply', 'fix.patch'], { cwd: tree.root })
  expect(await readFile(join(tree.root, 'values.yaml'), 'utf8')).toBe(after)
})

test('texts that are equal differ in nothing', () => {
  expect(unifiedDiff('a', 'x\n', 'x\n')).toBe('')
})

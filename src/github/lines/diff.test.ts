import { expect, test } from 'vitest'
import { readDiff } from './diff.ts'

const line = (start: number, end = start) => [{ start, end }]
const lines = (start: number, end = start) => ({ kind: 'lines', changed: line(start, end), shown: line(start, end) })

test.each<[string, readonly string[], Record<string, unknown>]>([
  [
    'a changed file',
    ['diff --git a/a.yaml b/a.yaml', 'index 1..2 100644', '--- a/a.yaml', '+++ b/a.yaml', '@@ -3 +3 @@ x', '-a', '+b'],
    { 'a.yaml': lines(3) },
  ],
  [
    'a name with a blank',
    ['diff --git a/a b.yaml b/a b.yaml', '--- a/a b.yaml\t', '+++ b/a b.yaml\t', '@@ -0,0 +1 @@', '+b'],
    { 'a b.yaml': lines(1) },
  ],
  [
    'a quoted name',
    [
      'diff --git "a/\\303\\244\\".yaml" "b/\\303\\244\\".yaml"',
      '--- "a/\\303\\244\\".yaml"',
      '+++ "b/\\303\\244\\".yaml"',
      '@@ -0,0 +1 @@',
      '+b',
    ],
    { 'ä".yaml': lines(1) },
  ],
  [
    'a new file',
    ['diff --git a/n b/n', 'new file mode 100644', '--- /dev/null', '+++ b/n', '@@ -0,0 +1,2 @@', '+a', '+b'],
    { n: lines(1, 2) },
  ],
  [
    'a removed file',
    ['diff --git a/r b/r', 'deleted file mode 100644', '--- a/r', '+++ /dev/null', '@@ -1 +0,0 @@', '-a'],
    { r: { kind: 'removed' } },
  ],
  [
    'a removed empty file',
    ['diff --git a/r b/r', 'deleted file mode 100644', 'index 1..0'],
    { r: { kind: 'removed' } },
  ],
  [
    'a renamed file',
    ['diff --git a/o b/n', 'similarity index 100%', 'rename from o', 'rename to n'],
    { n: { kind: 'lines', previousPath: 'o', changed: [], shown: [] } },
  ],
  [
    'a binary file',
    ['diff --git a/b.tgz b/b.tgz', 'index 1..2', 'Binary files a/b.tgz and b/b.tgz differ'],
    { 'b.tgz': { kind: 'unknown' } },
  ],
  [
    'content that looks like a header',
    [
      'diff --git a/a b/a',
      '--- a/a',
      '+++ b/a',
      '@@ -1,2 +1,2 @@',
      '--- a/evil',
      '-x',
      '+++ b/evil',
      '+y\rdiff --git a/evil b/evil',
    ],
    { a: lines(1, 2) },
  ],
  [
    'two files',
    [
      'diff --git a/a b/a',
      '--- a/a',
      '+++ b/a',
      '@@ -1 +1 @@',
      '-a',
      '+b',
      'diff --git a/c b/c',
      '--- a/c',
      '+++ b/c',
      '@@ -5,0 +6 @@',
      '+x',
    ],
    { a: lines(1), c: lines(6) },
  ],
  ['what is no diff', ['fatal: bad revision'], {}],
])('it reads %s', (_name, diff, expected) => {
  expect(Object.fromEntries(readDiff(`${diff.join('\n')}\n`))).toEqual(expected)
})

import { expect, test } from 'vitest'
import { connectTo } from '../../../test/github/connect.ts'
import { serverError } from '../../../test/github/fault.ts'
import { startGitHub } from '../../../test/github/server.ts'
import type { File, GitHubSetup } from '../../../test/github/state.ts'
import { listChangedLines } from './changed-lines.ts'
import type { FileChange } from '../types.ts'

const patch = '@@ -1 +1,2 @@\n a\n+b'
const lines = { kind: 'lines', changed: [{ start: 2, end: 2 }], shown: [{ start: 1, end: 2 }] }
const many = (count: number): File[] =>
  Array.from({ length: count }, (_, index) => ({ path: `f${index}`, status: 'added', patch }))

async function list(setup: GitHubSetup) {
  const github = await startGitHub(setup)
  await using _ = github
  const result = await listChangedLines(await connectTo(github), 7)
  return { result, requests: github.requests.length }
}

test.each<[string, File, Partial<FileChange>]>([
  ['a changed file', { path: 'a', status: 'modified', patch }, lines as Partial<FileChange>],
  ['a removed file', { path: 'a', status: 'removed', patch: '@@ -1 +0,0 @@\n-a' }, { kind: 'removed' }],
  ['a binary file', { path: 'a', status: 'modified' }, { kind: 'unknown' }],
  [
    'a file that was only renamed',
    { path: 'a', status: 'renamed', previousPath: 'b' },
    { kind: 'lines', previousPath: 'b', changed: [], shown: [] },
  ],
  [
    'a file whose patch a full page leaves out',
    { path: 'a', status: 'modified', patch, shownUpTo: 10 },
    lines as Partial<FileChange>,
  ],
  [
    'a file whose patch every page leaves out',
    { path: 'a', status: 'modified', patch, shownUpTo: 1 },
    { kind: 'unknown' },
  ],
])('it reads %s', async (_name, file, expected) => {
  const { result } = await list({ files: [file] })
  expect(result.kind === 'changed-lines' && result.files.get('a')).toMatchObject(expected)
})

test('it reads all pages, and asks again for the one with a gap only', async () => {
  const files = [...many(225), { path: 'gap', status: 'added', patch, shownUpTo: 10 } as const]
  const { result, requests } = await list({ files })
  expect(result.kind === 'changed-lines' && [result.files.size, result.files.get('gap'), result.complete]).toEqual([
    226,
    lines,
    true,
  ])
  expect(requests).toBe(4)
})

test('at the limit of GitHub the list is not complete', async () => {
  const { result } = await list({ files: many(3000) })
  expect(result).toMatchObject({ kind: 'changed-lines', complete: false })
})

test('binary files cost ten more requests at most', async () => {
  const { requests } = await list({
    files: Array.from({ length: 300 }, (_, index) => ({ path: `f${index}`, status: 'added' })),
  })
  expect(requests).toBe(13)
})

test.each<[string, GitHubSetup, unknown]>([
  ['without the permission', { permission: 'none' }, { kind: 'forbidden', permission: 'pull-requests: read' }],
  ['for another pull request', { pull: { number: 8 } }, { kind: 'forbidden', permission: 'pull-requests: read' }],
])('%s it says so', async (_name, setup, expected) => {
  expect((await list(setup)).result).toEqual(expected)
})

test('an answer that is no list is said', async () => {
  await using github = await startGitHub()
  github.fail({ answer: { ...serverError(), status: 200 } })
  const result = await listChangedLines(await connectTo(github), 7)
  expect(result).toEqual({
    kind: 'failed',
    why: 'GitHub answered something that is no list',
  })
})

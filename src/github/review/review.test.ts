import { expect, test } from 'vitest'
import { connectTo } from '../../../test/github/connect.ts'
import { secondaryRateLimit, serverError } from '../../../test/github/fault.ts'
import type { Fault } from '../../../test/github/fault.ts'
import { startGitHub } from '../../../test/github/server.ts'
import type { GitHub } from '../../../test/github/server.ts'
import { headSha } from '../../../test/github/state.ts'
import type { GitHubSetup } from '../../../test/github/state.ts'
import { openPullRequest } from '../event/pull-request.ts'
import { fingerprintOf } from './suggestion.ts'
import type { PublishResult, Suggestion, SuggestionReview } from '../types.ts'

const patch =
  '@@ -1,3 +1,4 @@\n image:\n-  tag: old\n+  repository: web\n+  tag: 1.27.33\n other: 1\n@@ -20,2 +21,2 @@\n x: 1\n-y: 2\n+y: 3'
const files = [{ path: 'values.yaml', status: 'modified', patch }] as const
const near: Suggestion = {
  path: 'values.yaml',
  startLine: 3,
  endLine: 3,
  original: '  tag: 1.27.33',
  replacement: '  tag: 1.27.3',
  body: 'This tag is not there.',
  finding: 'tag-not-found web',
}
const bot = 'github-actions[bot]'
const marked = (suggestion: Suggestion): string =>
  `<!-- will-it-pull-suggestion:check:${fingerprintOf(suggestion)} -->\nx`
const create = { method: 'POST', path: /reviews$/ }

async function publish(github: GitHub, request: Partial<SuggestionReview> = {}): Promise<PublishResult> {
  const pull = openPullRequest(await connectTo(github), 7)
  return await pull.review({ key: 'check', headSha, suggestions: [near], ...request })
}

test('it offers one edit of one line, with the marker first and the lines replaced verbatim', async () => {
  await using github = await startGitHub({ files })
  expect(await publish(github)).toMatchObject({ kind: 'written' })
  expect(github.state.reviewComments).toMatchObject([
    {
      path: 'values.yaml',
      line: 3,
      startLine: undefined,
      body: `<!-- will-it-pull-suggestion:check:${fingerprintOf(near)} -->\nThis tag is not there.\n\n\`\`\`suggestion\n  tag: 1.27.3\n\`\`\``,
    },
  ])
})

test.each<[string, Partial<Suggestion>, number]>([
  ['two lines of one hunk', { startLine: 2, endLine: 3 }, 1],
  ['a line that the diff only shows', { startLine: 4, endLine: 4 }, 1],
  ['a line between the hunks', { startLine: 10, endLine: 10 }, 0],
  ['lines of two hunks', { startLine: 4, endLine: 21 }, 0],
  ['a file outside the diff', { path: 'other.yaml' }, 0],
  ['lines that run backwards', { startLine: 3, endLine: 2 }, 0],
  ['an edit that changes nothing', { replacement: near.original }, 0],
])('for %s the number of comments is right', async (_name, change, count) => {
  await using github = await startGitHub({ files })
  const result = await publish(github, { suggestions: [{ ...near, ...change }] })
  expect(result.kind).toBe(count === 0 ? 'nothing' : 'written')
  expect(github.state.reviewComments).toHaveLength(count)
})

test('one suggestion outside the diff does not take the others with it', async () => {
  await using github = await startGitHub({ files })
  await publish(github, { suggestions: [{ ...near, startLine: 900, endLine: 900, finding: 'far' }, near] })
  expect(github.state.reviewComments.map(({ line }) => line)).toEqual([3])
})

test('a replacement with fences gets a longer fence', async () => {
  await using github = await startGitHub({ files })
  await publish(github, { suggestions: [{ ...near, replacement: '````' }] })
  expect(github.state.reviewComments[0]?.body).toContain('`````suggestion\n````\n`````')
})

test('a second run repeats nothing', async () => {
  await using github = await startGitHub({ files })
  await publish(github)
  expect(await publish(github)).toMatchObject({ kind: 'unchanged' })
  expect(github.state.reviews).toHaveLength(1)
})

test('thirty are offered at most', async () => {
  await using github = await startGitHub({ files })
  const suggestions = Array.from({ length: 40 }, (_, index) => ({ ...near, finding: `finding ${index}` }))
  await publish(github, { suggestions })
  expect(github.state.reviewComments).toHaveLength(30)
})

const answerTo = { author: 'kim', body: 'why?', inReplyTo: 1001 }

const gone = marked({ ...near, finding: 'gone' })

test.each<[string, NonNullable<GitHubSetup['reviewComments']>, readonly number[], readonly string[], number]>([
  ['a stale one without replies is deleted', [{ body: gone }], [], [], 1],
  ['a stale one with replies is folded', [{ body: gone }, answerTo], [1001, 1002], ['PRRC_1001'], 1],
  ['a wanted one that is outdated is offered anew', [{ body: marked(near), line: null }], [], [], 1],
  ['a double is deleted', [{ body: marked(near) }, { body: marked(near) }], [1001], [], 0],
  ['one that somebody else pasted is left alone', [{ body: marked(near), author: 'mallory' }], [1001], [], 1],
  ['one of another instance is left alone', [{ body: gone.replace(':check:', ':other:') }], [1001], [], 1],
])('%s', async (_name, reviewComments, survivors, minimized, offered) => {
  await using github = await startGitHub({ files, reviewComments })
  await publish(github)
  const ids = github.state.reviewComments.map(({ id }) => id)
  const before = ids.filter(id => id <= 1000 + reviewComments.length)
  expect({ before, minimized: github.state.minimized, offered: ids.length - before.length }).toEqual({
    before: survivors,
    minimized,
    offered,
  })
})

test('when all is mended, what is left is taken away', async () => {
  await using github = await startGitHub({ files, reviewComments: [{ body: marked(near), author: bot }] })
  expect(await publish(github, { suggestions: [] })).toEqual({ kind: 'nothing', because: 'no-suggestion' })
  expect(github.state.reviewComments).toEqual([])
})

test.each<[string, GitHubSetup, Partial<SuggestionReview>, PublishResult]>([
  ['on a closed pull request', { pull: { state: 'closed' } }, {}, { kind: 'nothing', because: 'closed' }],
  ['on a locked pull request', { pull: { locked: true } }, {}, { kind: 'nothing', because: 'locked' }],
  ['after a newer push', {}, { headSha: 'c'.repeat(40) }, { kind: 'nothing', because: 'newer-commit' }],
  ['without a suggestion', {}, { suggestions: [] }, { kind: 'nothing', because: 'no-suggestion' }],
  ['with a token that may read', { permission: 'read' }, {}, { kind: 'forbidden', permission: 'pull-requests: write' }],
])('%s nothing is written', async (_name, setup, request, result) => {
  await using github = await startGitHub({ files, ...setup })
  expect(await publish(github, request)).toEqual(result)
  expect(github.state.reviews).toEqual([])
})

test.each<[string, Fault['answer'], number, PublishResult['kind'], number]>([
  ['an answer that was lost', { kind: 'lost', reply: serverError() }, 1, 'written', 1],
  ['a bad gateway', serverError(), 1, 'written', 1],
  ['a bad gateway that stays', serverError(), 9, 'failed', 0],
  ['a secondary rate limit', secondaryRateLimit(3), 1, 'written', 1],
])('after %s there is no double', async (_name, answer, times, kind, count) => {
  await using github = await startGitHub({ files })
  github.fail({ ...create, times, answer })
  expect(await publish(github)).toMatchObject({ kind })
  expect(github.state.reviewComments).toHaveLength(count)
})

test('two writes are a second apart', async () => {
  await using github = await startGitHub({ files })
  const client = await connectTo(github)
  const pull = openPullRequest(client, 7)
  await pull.comment({ key: 'check', body: 'x', write: 'always' })
  await pull.review({ key: 'check', headSha, suggestions: [near] })
  expect(client.waits).toEqual([1000])
})

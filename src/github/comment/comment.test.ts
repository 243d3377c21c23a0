import { expect, test } from 'vitest'
import { connectTo } from '../../../test/github/connect.ts'
import { primaryRateLimit, secondaryRateLimit, serverError } from '../../../test/github/fault.ts'
import type { Fault } from '../../../test/github/fault.ts'
import { refuse } from '../../../test/github/reply.ts'
import { lineOf } from '../../../test/github/request.ts'
import { startGitHub } from '../../../test/github/server.ts'
import type { GitHub } from '../../../test/github/server.ts'
import type { GitHubSetup } from '../../../test/github/state.ts'
import { Secret } from '../../secret.ts'
import { publishComment } from './comment.ts'
import type { PublishResult, StickyComment } from '../types.ts'

const marker = '<!-- will-it-pull:check -->'
const bot = 'github-actions[bot]'
const post = { method: 'POST', path: /comments$/ }

async function publish(github: GitHub, request: Partial<StickyComment> = {}): Promise<PublishResult> {
  const client = await connectTo(github)
  return await publishComment(client, github.state.pull.number, {
    key: 'check',
    body: 'two broken',
    write: 'always',
    ...request,
  })
}

function writes(github: GitHub): readonly string[] {
  const changes = github.requests.filter(({ method, path }) => method !== 'GET' && path !== '/graphql')
  return changes.map(request => lineOf(request).replace('/repos/acme/shop', ''))
}

const someoneElses = { author: 'mallory', body: `${marker}\nall fine` }
const ours = { author: bot, body: `${marker}\nold` }
const filler = Array.from({ length: 250 }, (_, index) => ({ author: 'kim', body: `comment ${index}` }))

test.each<[string, GitHubSetup, Partial<StickyComment>, PublishResult['kind'], readonly string[]]>([
  ['creates one where there is none', {}, {}, 'written', ['POST /issues/7/comments']],
  ['edits its own in place', { comments: [ours] }, {}, 'written', ['PATCH /issues/comments/1001']],
  ['leaves an equal one alone', { comments: [{ ...ours, body: `${marker}\r\ntwo broken\n` }] }, {}, 'unchanged', []],
  ['writes nothing to resolve where nothing was said', {}, { write: 'only-existing' }, 'nothing', []],
  [
    'resolves the one that is there',
    { comments: [ours] },
    { write: 'only-existing' },
    'written',
    ['PATCH /issues/comments/1001'],
  ],
  [
    'finds it behind two pages of others',
    { comments: [...filler, ours] },
    {},
    'written',
    ['PATCH /issues/comments/1251'],
  ],
  [
    'does not touch the marker of somebody else',
    { comments: [someoneElses] },
    {},
    'written',
    ['POST /issues/7/comments'],
  ],
  [
    'does not take a quote for it',
    { comments: [{ ...ours, body: `> ${marker}` }] },
    {},
    'written',
    ['POST /issues/7/comments'],
  ],
  [
    'does not touch another instance',
    { comments: [{ ...ours, body: '<!-- will-it-pull:other -->' }] },
    {},
    'written',
    ['POST /issues/7/comments'],
  ],
  [
    'takes the usual author where the viewer may not be asked',
    { comments: [ours], viewer: false },
    {},
    'written',
    ['PATCH /issues/comments/1001'],
  ],
  [
    'knows an app by the name without its suffix',
    { comments: [{ ...ours, author: 'acme-ci[bot]' }], login: 'acme-ci' },
    {},
    'written',
    ['PATCH /issues/comments/1001'],
  ],
  [
    'edits the oldest and removes its doubles',
    { comments: [ours, ours] },
    {},
    'written',
    ['PATCH /issues/comments/1001', 'DELETE /issues/comments/1002'],
  ],
  ['says that the conversation is locked', { pull: { locked: true } }, {}, 'nothing', ['POST /issues/7/comments']],
])('it %s', async (_name, setup, request, kind, expected) => {
  await using github = await startGitHub(setup)
  expect(await publish(github, request)).toMatchObject({ kind })
  expect(writes(github)).toEqual(expected)
})

test('it keeps the comment that another run created first', async () => {
  await using github = await startGitHub()
  github.meanwhile('POST', /comments$/, state =>
    state.comments.push({ id: 900, author: bot, body: `${marker}\ntheirs` }),
  )
  expect(await publish(github)).toMatchObject({ kind: 'written', id: 900 })
  expect(github.state.comments).toEqual([{ id: 900, author: bot, body: `${marker}\ntwo broken` }])
})

test('it creates one anew when it was deleted meanwhile', async () => {
  await using github = await startGitHub({ comments: [ours] })
  github.meanwhile('PATCH', /./, state => state.comments.splice(0))
  expect(await publish(github)).toMatchObject({ kind: 'written', id: 1002 })
  expect(github.state.comments.map(({ body }) => body)).toEqual([`${marker}\ntwo broken`])
})

test('it leaves one comment when the answer to the first try was lost', async () => {
  await using github = await startGitHub()
  github.fail({ ...post, times: 1, answer: { kind: 'lost', reply: serverError() } })
  expect(await publish(github)).toMatchObject({ kind: 'written' })
  expect(github.state.comments).toHaveLength(1)
})

test.each<[string, Fault['answer'], number, string]>([
  ['a bad gateway', serverError(502), 2, 'written'],
  ['a bad gateway that stays', serverError(502), 9, 'failed'],
  ['a broken connection', { kind: 'disconnect' }, 2, 'written'],
  ['a secondary rate limit that ends in time', secondaryRateLimit(5), 1, 'written'],
  ['a secondary rate limit that stays', secondaryRateLimit(5), 9, 'failed'],
  ['a secondary rate limit that ends too late', secondaryRateLimit(600), 1, 'failed'],
  ['a used up rate limit', primaryRateLimit(2_000_000_000), 1, 'failed'],
  ['a used up rate limit as 429', primaryRateLimit(2_000_000_000, 429), 1, 'failed'],
])('after %s the result is said', async (_name, answer, times, kind) => {
  await using github = await startGitHub()
  github.fail({ ...post, times, answer })
  expect(await publish(github)).toMatchObject({ kind })
  expect(writes(github).length).toBeLessThanOrEqual(3)
})

test.each<[string, GitHubSetup, Partial<StickyComment>, PublishResult]>([
  ['a token that may read', { permission: 'read' }, {}, { kind: 'forbidden', permission: 'pull-requests: write' }],
  ['a token that may nothing', { permission: 'none' }, {}, { kind: 'forbidden', permission: 'pull-requests: write' }],
  [
    'a token that sees no repository',
    { permission: 'hidden' },
    {},
    { kind: 'forbidden', permission: 'pull-requests: write' },
  ],
  [
    'a body over the limit',
    {},
    { body: 'x'.repeat(65_536) },
    {
      kind: 'failed',
      why: 'GitHub refused the content (422): Validation Failed: Body is too long (maximum is 65536 characters)',
    },
  ],
])('%s gives a result, not an exception', async (_name, setup, request, result) => {
  await using github = await startGitHub(setup)
  expect(await publish(github, request)).toEqual(result)
})

test('a wrong token is said without the token', async () => {
  await using github = await startGitHub()
  const client = await connectTo(github, { token: new Secret('expired') })
  const result = await publishComment(client, 7, { key: 'check', body: '', write: 'always' })
  expect(result).toEqual({ kind: 'failed', why: 'GitHub does not accept the token (401)' })
})

test('a token that an answer repeats is struck out', async () => {
  await using github = await startGitHub()
  github.fail({ ...post, answer: refuse(422, `no ${github.state.token}\n::error::x`) })
  expect(await publish(github)).toEqual({ kind: 'failed', why: 'GitHub refused the content (422): no *** ::error::x' })
})

test('it gives up at the deadline while GitHub is silent', async () => {
  await using github = await startGitHub()
  const controller = new AbortController()
  github.meanwhile('POST', /./, () => controller.abort())
  github.fail({ ...post, answer: { kind: 'hang' } })
  const client = await connectTo(github, { deadline: { endsAt: 60_000, signal: controller.signal } })
  const result = await publishComment(client, 7, { key: 'check', body: '', write: 'always' })
  expect(result).toEqual({ kind: 'failed', why: 'GitHub did not answer in the time that publishing may take' })
})

test('it does not look through more comments than it can', async () => {
  await using github = await startGitHub({
    comments: Array.from({ length: 2001 }, () => ({ author: 'kim', body: 'x' })),
  })
  expect(await publish(github)).toMatchObject({ kind: 'failed' })
  expect(writes(github)).toEqual([])
})

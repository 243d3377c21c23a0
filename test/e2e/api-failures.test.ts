import { afterAll, beforeAll, expect, test } from 'vitest'
import { image } from '../../src/simulator/image.ts'
import { startRegistry } from '../../src/simulator/registry.ts'
import type { SimulatedRegistry } from '../../src/simulator/registry.ts'
import { primaryRateLimit, secondaryRateLimit, serverError } from '../github/fault.ts'
import type { Fault } from '../github/fault.ts'
import { refuse } from '../github/reply.ts'
import { lineOf } from '../github/request.ts'
import { startGitHub } from '../github/server.ts'
import type { GitHub } from '../github/server.ts'
import type { GitHubSetup, GitHubState } from '../github/state.ts'
import { expectExit } from '../support/expect-exit.ts'
import { pullRequest } from '../support/pull-request.ts'
import { runStep } from '../support/runner.ts'
import type { StepResult } from '../support/runner.ts'
import { podOf, workbench } from '../support/workbench.ts'

let registry: SimulatedRegistry
beforeAll(async () => {
  registry = await startRegistry()
  registry.push('acme/web', '1.27.3', image({ name: 'web' }))
})
afterAll(async () => registry[Symbol.asyncDispose]())

const file = 'deploy/web.yaml'
const good = () => ({ [file]: podOf(`${registry.host}/acme/web:1.27.3`) })
const bad = () => ({ [file]: podOf(`${registry.host}/acme/web:1.27.33`) })

/** Runs a change that is broken against a GitHub of which something is amiss; the verdict has to be the same. */
async function runWith(
  setup: GitHubSetup,
  prepare: (github: GitHub) => void,
): Promise<
  StepResult & { readonly state: GitHubState; readonly sent: readonly string[]; readonly notices: readonly string[] }
> {
  await using bench = await workbench()
  await using github = await startGitHub(setup)
  const { commits, files } = await pullRequest(bench, good(), bad())
  github.state.files.push(...files)
  prepare(github)
  const step = await runStep(bench, { github, commits })
  expectExit(step, 1)
  expect(step.outputs).toMatchObject({ verdict: 'fail', unpullable: '1' })
  expect(step.annotations[0]).toMatchObject({ level: 'error', properties: { file, line: '7' } })
  expect(step.summary).toContain('cannot be pulled')
  const notices = step.annotations.filter(({ level }) => level === 'notice').map(({ message }) => message)
  return { ...step, state: github.state, sent: github.requests.map(lineOf), notices }
}

const none = () => {}
const at =
  (path: RegExp, answer: Fault['answer'], more: Partial<Fault> = {}) =>
  (github: GitHub) =>
    github.fail({ path, answer, ...more })
const everywhere = /./
const comments = /\/issues\/7\/comments$/
const reviews = /\/pulls\/7\/reviews$/
const tooLong = refuse(422, 'Validation Failed', [{ message: 'Body is too long (maximum is 65536 characters)' }])

test.each<[string, GitHubSetup, (github: GitHub) => void, readonly RegExp[]]>([
  ['may not be written to (403)', { permission: 'read' }, none, [/`pull-requests: write`/]],
  ['may not be read (403)', { permission: 'none' }, none, [/`pull-requests: write`/]],
  ['is hidden from the token (404)', { permission: 'hidden' }, none, [/`pull-requests: write`/]],
  [
    'does not take the body (422)',
    {},
    at(comments, tooLong, { method: 'POST' }),
    [/refused the content \(422\): Validation Failed: Body is too long/],
  ],
  [
    'asks to wait longer than there is time (403)',
    {},
    at(everywhere, secondaryRateLimit(3600)),
    [/rate limit of the GitHub API was reached/],
  ],
  [
    'has no requests left (429)',
    {},
    at(everywhere, primaryRateLimit(4_000_000_000, 429)),
    [/rate limit of the GitHub API was reached/],
  ],
  ['is locked', { pull: { locked: true } }, none, [/^No comment: the pull request is locked\.$/]],
  ['was removed (410)', {}, at(everywhere, refuse(410, 'Gone')), [/takes no comments any more \(410\)/]],
  [
    'answers what is no list',
    {},
    at(comments, { status: 200, body: { a: 1 } }),
    [/answered something that is no list/],
  ],
  [
    'takes the comment, and no review (422)',
    {},
    at(reviews, refuse(422, 'Unprocessable Entity', ['Line could not be resolved'])),
    [/^The suggestions could not be written: .*\(422\)/],
  ],
  [
    'takes the comment, and may not be reviewed (403)',
    {},
    at(reviews, refuse(403, 'Resource not accessible by integration')),
    [/^No suggestions: .*`pull-requests: write`/],
  ],
])('where the pull request %s, that is one sentence', async (_, setup, prepare, expected) => {
  const { notices } = await runWith(setup, prepare)
  expect(notices).toEqual(expected.map(text => expect.stringMatching(text)))
})

test.each<[string, Fault['answer']]>([
  ['a broken front (502)', serverError()],
  ['broken connections', { kind: 'disconnect' }],
])('%s is tried again, then told', async (_, answer) => {
  const { notices, sent } = await runWith({}, at(comments, answer))
  expect(notices).toEqual([
    expect.stringMatching(
      /^The comment could not be written: (?:GitHub answered 502|the GitHub API could not be reached)/,
    ),
  ])
  expect(sent.filter(line => line.includes('/issues/7/comments'))).toHaveLength(3)
})

test('a front that breaks once costs nothing', async () => {
  const { notices, state } = await runWith({}, at(comments, serverError(), { times: 1 }))
  expect(notices).toEqual([])
  expect([state.comments.length, state.reviews.length]).toEqual([1, 1])
})

test('a comment that somebody deletes meanwhile is written anew', async () => {
  const own = { author: 'github-actions[bot]', body: '<!-- will-it-pull:images -->\nof before' }
  const { notices, state } = await runWith({ comments: [own] }, github =>
    github.meanwhile('PATCH', /\/issues\/comments\//, ({ comments: all }) => void all.splice(0)),
  )
  expect(notices).toEqual([])
  expect(state.comments).toMatchObject([{ body: expect.stringContaining('1 of 1 image cannot be pulled') }])
})

test('a push in the middle of the run leaves all to the run of the new commit', async () => {
  const { notices, state } = await runWith({}, github =>
    github.meanwhile('GET', /\/pulls\/7$/, ({ pull }) => void (pull.headSha = 'd'.repeat(40))),
  )
  expect(notices).toEqual(['No comment: the pull request has a newer commit by now, and the run of that one reports.'])
  expect([state.comments, state.reviews]).toEqual([[], []])
})

test('a push after the comment leaves the suggestions to the run of the new commit', async () => {
  const { notices, state } = await runWith({}, github =>
    github.meanwhile('GET', /\/pulls\/7\/comments$/, ({ pull }) => void (pull.headSha = 'd'.repeat(40))),
  )
  expect(notices).toEqual([])
  expect([state.comments.length, state.reviews.length]).toEqual([1, 0])
})

test('a pull request that is closed meanwhile gets no suggestions', async () => {
  const { state } = await runWith({}, github =>
    github.meanwhile('GET', /\/pulls\/7$/, ({ pull }) => void (pull.state = 'closed')),
  )
  expect([state.comments.length, state.reviews.length]).toEqual([1, 0])
})

test('a comment of ours that somebody else could have edited or pasted is left alone', async () => {
  const pasted = { author: 'mallory', body: '<!-- will-it-pull:images -->\nall is well' }
  const { state } = await runWith({ comments: [pasted] }, none)
  expect(state.comments.map(({ author }) => author)).toEqual(['mallory', 'github-actions[bot]'])
  expect(state.comments[0]?.body).toBe(pasted.body)
})

test('two runs at once leave one comment', async () => {
  await using github = await startGitHub()
  await using one = await workbench()
  await using other = await workbench()
  const { commits, files } = await pullRequest(one, good(), bad())
  github.state.files.push(...files)
  const theirs = await pullRequest(other, good(), bad())
  const steps = await Promise.all([
    runStep(one, { github, commits }),
    runStep(other, { github, commits: { ...theirs.commits, head: commits.head } }),
  ])
  for (const step of steps) expectExit(step, 1)
  expect(github.state.comments).toHaveLength(1)
})

test('the list of files may not be read: the comment stands, and the permission is named', async () => {
  const { notices, state } = await runWith(
    {},
    at(/\/pulls\/7\/files$/, refuse(403, 'Resource not accessible by integration')),
  )
  expect(notices).toEqual(['No suggestions: give the job the permission `pull-requests: read`.'])
  expect([state.comments.length, state.reviews.length]).toEqual([1, 0])
})

import { expect, test } from 'vitest'
import { readEvent } from './event.ts'
import type { RunEvent } from './event.ts'

const head = 'a'.repeat(40)
const base = 'b'.repeat(40)
const pull = (change: object = {}) => ({
  pull_request: {
    number: 7,
    state: 'open',
    head: { sha: head, repo: { id: 1 } },
    base: { sha: base, repo: { id: 1 } },
    ...change,
  },
})
const group = (ref: unknown, change: object = {}) => ({
  merge_group: { head_sha: head, base_sha: base, head_ref: ref, ...change },
})
const queue = 'refs/heads/gh-readonly-queue'
const listed = (number: number, sha = head, repository = 1) => ({
  number,
  head: { sha },
  base: { repo: { id: repository } },
})
const run = (pulls: unknown, change: object = {}) => ({
  repository: { id: 1 },
  workflow_run: {
    head_sha: head,
    head_branch: 'topic',
    head_repository: { id: 1, owner: { login: 'acme' } },
    pull_requests: pulls,
    ...change,
  },
})
const ofFork = { head_repository: { id: 2, owner: { login: 'mallory' } } }

test.each<[string, string, unknown, Partial<RunEvent>]>([
  [
    'a pull request',
    'pull_request',
    pull(),
    { kind: 'pull-request', number: 7, headSha: head, baseSha: base, isFork: false, isOpen: true },
  ],
  ['one of a fork', 'pull_request', pull({ head: { sha: head, repo: { id: 2 } } }), { isFork: true }],
  ['one whose fork was deleted', 'pull_request', pull({ head: { sha: head, repo: null } }), { isFork: true }],
  [
    'one that says nothing of repositories',
    'pull_request',
    pull({ head: { sha: head }, base: { sha: base } }),
    { isFork: true },
  ],
  ['a closed one', 'pull_request', pull({ state: 'closed' }), { isOpen: false }],
  ['a target event', 'pull_request_target', pull(), { kind: 'pull-request-target', number: 7 }],
  ['a number as text', 'pull_request', pull({ number: '7' }), { kind: 'other', missing: 'pull_request.number' }],
  ['a negative number', 'pull_request', pull({ number: -7 }), { kind: 'other', missing: 'pull_request.number' }],
  [
    'a commit that is an option',
    'pull_request',
    pull({ head: { sha: '--output=x' } }),
    { kind: 'other', missing: 'pull_request.head.sha' },
  ],
  ['no base', 'pull_request', pull({ base: [] }), { kind: 'other', missing: 'pull_request.base.sha' }],
  ['a payload that is nothing', 'pull_request', null, { kind: 'other', missing: 'pull_request.number' }],
  ['a payload that is text', 'pull_request_target', 'x', { kind: 'other', name: 'pull_request_target' }],
  [
    'a merge group',
    'merge_group',
    group(`${queue}/main/pr-12-${head}`),
    { kind: 'merge-group', headSha: head, baseSha: base, number: 12 },
  ],
  [
    'a merge group into a branch with a slash',
    'merge_group',
    group(`${queue}/release/1.x/pr-12-${head}`),
    { number: 12 },
  ],
  [
    'a merge group of two',
    'merge_group',
    group(`${queue}/main/pr-11-${head}/pr-12-${head}`),
    { kind: 'merge-group', number: undefined },
  ],
  [
    'a merge group with an odd ref',
    'merge_group',
    group(`${queue}/main/pr-012-${head}`),
    { kind: 'merge-group', number: undefined },
  ],
  ['a merge group without a ref', 'merge_group', group(7), { kind: 'merge-group', number: undefined }],
  [
    'a merge group without a base',
    'merge_group',
    group('x', { base_sha: 1 }),
    { kind: 'other', missing: 'merge_group.base_sha' },
  ],
  ['a workflow run', 'workflow_run', run([listed(7)]), { kind: 'workflow-run', isFork: false, pullRequests: [7] }],
  [
    'a workflow run of a fork',
    'workflow_run',
    run([], ofFork),
    { isFork: true, headLabel: 'mallory:topic', pullRequests: [] },
  ],
  ['a workflow run whose pull request moved on', 'workflow_run', run([listed(7, base)]), { pullRequests: [] }],
  [
    'a workflow run with pull requests elsewhere',
    'workflow_run',
    run([listed(7, head, 9), listed(8)]),
    { pullRequests: [8] },
  ],
  ['a workflow run with a list of anything', 'workflow_run', run([null, 7, {}, { number: 1.5 }]), { pullRequests: [] }],
  [
    'a workflow run without a commit',
    'workflow_run',
    run([], { head_sha: 'HEAD' }),
    { kind: 'other', missing: 'workflow_run.head_sha' },
  ],
  ['a push', 'push', { after: head }, { kind: 'push', headSha: head }],
  ['a push that deletes', 'push', { after: null }, { kind: 'push', headSha: undefined }],
  ['a schedule', 'schedule', {}, { kind: 'schedule' }],
  ['a run by hand', 'workflow_dispatch', {}, { kind: 'workflow-dispatch' }],
  ['an event of tomorrow', 'toString', {}, { kind: 'other', name: 'toString', isFork: false }],
  ["a review of a fork's pull request", 'pull_request_review', { pull_request: { head: {} } }, { isFork: true }],
  ['a comment on a pull request, whosever it is', 'issue_comment', { issue: { pull_request: {} } }, { isFork: true }],
  ['a comment on an issue', 'issue_comment', { issue: {} }, { isFork: false }],
  ['a pull request that can not be read', 'pull_request', undefined, { kind: 'other', isFork: true }],
])('it reads %s', (_name, name, payload, expected) => {
  expect(readEvent({ name, actor: 'kim' }, payload)).toMatchObject(expected)
})

test.each(['pull_request', 'merge_group', 'push'])('it knows Dependabot on %s', name => {
  const payload = { ...pull(), ...group('x'), after: head }
  expect(readEvent({ name, actor: 'dependabot[bot]' }, payload)).toMatchObject({ isDependabot: true })
  expect(readEvent({ name, actor: 'dependabot' }, payload)).toMatchObject({ isDependabot: false })
})

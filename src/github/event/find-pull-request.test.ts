import { expect, test } from 'vitest'
import { connectTo } from '../../../test/github/connect.ts'
import { startGitHub } from '../../../test/github/server.ts'
import { headSha } from '../../../test/github/state.ts'
import type { GitHubSetup, GitHubState } from '../../../test/github/state.ts'
import { findPullRequest } from './find-pull-request.ts'

const byFork = { kind: 'by-commit', headSha, headLabel: 'mallory:topic' } as const
const fork = { pull: { headLabel: 'mallory:topic', isFork: true } }

test.each<[string, GitHubSetup, (state: GitHubState) => void, unknown]>([
  ['by the commit', {}, () => {}, { kind: 'number', number: 7 }],
  ['by the branch of a fork', fork, state => state.pullsOfCommit.set(headSha, []), { kind: 'number', number: 7 }],
  ['none that is closed', { pull: { state: 'closed' } }, () => {}, { kind: 'none' }],
  ['none where there are two', {}, state => state.pullsOfCommit.set(headSha, [7, 8]), { kind: 'none' }],
  [
    'none whose head is another commit',
    { pull: { headSha: 'c'.repeat(40) } },
    state => state.pullsOfCommit.set(headSha, [7]),
    { kind: 'none' },
  ],
  [
    'nothing without the permission',
    { permission: 'none' },
    () => {},
    { kind: 'forbidden', permission: 'pull-requests: read' },
  ],
])('it finds %s', async (_name, setup, arrange, expected) => {
  await using github = await startGitHub(setup)
  arrange(github.state)
  expect(await findPullRequest(await connectTo(github), byFork)).toEqual(expected)
})

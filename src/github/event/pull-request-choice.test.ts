import { expect, test } from 'vitest'
import type { RunEvent } from './event.ts'
import { choosePullRequest } from './pull-request-choice.ts'
import type { PullRequestChoice } from './pull-request-choice.ts'

const [headSha, baseSha] = ['a'.repeat(40), 'b'.repeat(40)]
const facts = { headSha, baseSha, isFork: false, isDependabot: false, isOpen: true }
const pull: RunEvent = { kind: 'pull-request', number: 7, ...facts }
const group: RunEvent = { kind: 'merge-group', headSha, baseSha, number: 7, isDependabot: false }
const run = (...pullRequests: number[]): RunEvent => ({
  kind: 'workflow-run',
  runId: 1,
  headSha,
  headLabel: 'acme:topic',
  isFork: false,
  pullRequests,
})
const none: PullRequestChoice = { kind: 'none' }

test.each<[string, RunEvent, string, PullRequestChoice]>([
  ['the input before the event', pull, ' 12 ', { kind: 'number', number: 12 }],
  ['the input where the event has none', { kind: 'schedule' }, '12', { kind: 'number', number: 12 }],
  ['the number of the event', pull, '', { kind: 'number', number: 7 }],
  ['none for a merge group, even with the input', group, '12', none],
  ['the one of the workflow run', run(8), '', { kind: 'number', number: 8 }],
  ['none where the workflow run has two', run(8, 9), '', none],
  ['the commit where the workflow run has none', run(), '', { kind: 'by-commit', headSha, headLabel: 'acme:topic' }],
  ['none for a push', { kind: 'push', headSha, isDependabot: false }, '', none],
  ['none for anything else', { kind: 'other', name: 'issues', isFork: false }, '', none],
])('it chooses %s', (_name, event, input, expected) => {
  expect(choosePullRequest(event, input)).toEqual(expected)
})

test.each(['0', '-1', '1.5', '1e3', '0x1', '07', 'seven', '12 13', '9999999999', '7/files'])(
  'it refuses the input %s',
  input => {
    expect(choosePullRequest(pull, input)).toEqual({ kind: 'invalid', input })
  },
)

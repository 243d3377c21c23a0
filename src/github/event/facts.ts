import { ask } from '../api/ask.ts'
import type { GitHubClient } from '../api/octokit.ts'
import { at, numberAt, shaAt, textAt } from './payload.ts'
import { refused } from '../api/permission.ts'
import type { PullRequestFacts, Unavailable } from '../types.ts'

/** Asks GitHub for the state of a pull request. */
export async function readFacts(client: GitHubClient, number: number): Promise<PullRequestFacts | Unavailable> {
  const answer = await ask<unknown>(client, () =>
    client.octokit.rest.pulls.get({ ...client.repository, pull_number: number }),
  )
  if (answer.kind !== 'answered') return refused(answer, 'pull-requests: read')
  const pull = answer.data
  const headSha = shaAt(pull, 'head', 'sha')
  const baseSha = shaAt(pull, 'base', 'sha')
  if (numberAt(pull, 'number') !== number || headSha === undefined || baseSha === undefined) {
    return { kind: 'failed', why: 'what GitHub answered describes no pull request' }
  }
  const head = numberAt(pull, 'head', 'repo', 'id')
  const isFork = head === undefined || head !== numberAt(pull, 'base', 'repo', 'id')
  const isLocked = at(pull, 'locked') === true
  return { kind: 'facts', number, headSha, baseSha, isFork, isOpen: textAt(pull, 'state') === 'open', isLocked }
}

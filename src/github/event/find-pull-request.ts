import { askAll } from '../api/ask.ts'
import type { GitHubClient } from '../api/octokit.ts'
import { refused } from '../api/permission.ts'
import type { PullRequestChoice } from './pull-request-choice.ts'
import type { Unavailable } from '../types.ts'

interface Pull {
  readonly number: number
  readonly state: string
  readonly head: { readonly sha: string }
}

interface Page {
  readonly page: number
  readonly per_page: number
}

/**
 * The open pull request whose head is this commit. GitHub names none in the `workflow_run` event of a fork, and its
 * list by commit may not know a fork's commits, so the fork's branch is asked for next. More than one: none.
 */
export async function findPullRequest(
  client: GitHubClient,
  choice: Extract<PullRequestChoice, { kind: 'by-commit' }>,
): Promise<{ kind: 'number'; number: number } | { kind: 'none' } | Unavailable> {
  const { octokit, repository } = client
  const byCommit = (page: Page) =>
    octokit.rest.repos.listPullRequestsAssociatedWithCommit({ ...repository, commit_sha: choice.headSha, ...page })
  const byBranch = (page: Page) =>
    octokit.rest.pulls.list({ ...repository, state: 'open', head: choice.headLabel ?? '', ...page })
  for (const list of choice.headLabel === undefined ? [byCommit] : [byCommit, byBranch]) {
    const answer = await askAll<Pull>(client, 1, list)
    if (answer.kind !== 'answered') return refused(answer, 'pull-requests: read')
    const [first, ...others] = answer.data.entries.filter(
      pull => pull.state === 'open' && pull.head.sha === choice.headSha,
    )
    if (first) return others.length === 0 ? { kind: 'number', number: first.number } : { kind: 'none' }
  }
  return { kind: 'none' }
}

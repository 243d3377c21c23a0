import { listChangedLines } from '../lines/changed-lines.ts'
import { publishComment } from '../comment/comment.ts'
import { readFacts } from './facts.ts'
import type { GitHubClient } from '../api/octokit.ts'
import { publishReview } from '../review/review.ts'
import type { ChangedLines, PullRequestApi, Unavailable } from '../types.ts'

/** The port for one pull request. The list of its files is asked for once. */
export function openPullRequest(client: GitHubClient, number: number): PullRequestApi {
  let listed: Promise<ChangedLines | Unavailable> | undefined
  const changedLines = (): Promise<ChangedLines | Unavailable> => (listed ??= listChangedLines(client, number))
  return {
    comment: request => publishComment(client, number, request),
    review: request => publishReview({ client, number, request }, changedLines),
    changedLines,
    facts: () => readFacts(client, number),
  }
}

import { ask, askAll } from '../api/ask.ts'
import type { Asked } from '../api/ask.ts'
import { createAuthorTest } from '../comment/author.ts'
import { suggestionPrefix } from '../comment/marker.ts'
import type { GitHubClient } from '../api/octokit.ts'

/** A suggestion of this instance that stands on the pull request. */
export interface OwnSuggestion {
  readonly id: number
  readonly nodeId: string
  readonly url: string
  readonly fingerprint: string
  /** Its lines were changed since, so that it can't be applied any more. */
  readonly isOutdated: boolean
  readonly hasReplies: boolean
}

const pagesOfComments = 10

/** Enough for every stale suggestion of one review. */
const mostCleared = 30

/** The suggestions that this token wrote for this instance. */
export async function listOwnSuggestions(
  client: GitHubClient,
  number: number,
  key: string,
): Promise<Asked<readonly OwnSuggestion[]>> {
  const { octokit, repository } = client
  const comments = await askAll(client, pagesOfComments, page =>
    octokit.rest.pulls.listReviewComments({ ...repository, pull_number: number, ...page }),
  )
  if (comments.kind !== 'answered') return comments
  if (!comments.data.complete)
    return { kind: 'unusable', why: 'the pull request has too many review comments to look through' }
  const { entries } = comments.data
  const prefix = suggestionPrefix(key)
  const marked = entries.filter(comment => comment.body.startsWith(prefix))
  const isOwn = marked.length === 0 ? undefined : await createAuthorTest(client)
  const replied = new Set(entries.map(comment => comment.in_reply_to_id))
  const own = marked.flatMap(comment => (isOwn?.(comment) ? [toOwnSuggestion(comment, prefix, replied)] : []))
  return { kind: 'answered', data: own, hasNext: false }
}

interface ReviewComment {
  readonly id: number
  readonly node_id: string
  readonly html_url: string
  readonly body: string
  readonly line?: number | null
}

function toOwnSuggestion(comment: ReviewComment, prefix: string, replied: ReadonlySet<unknown>): OwnSuggestion {
  return {
    id: comment.id,
    nodeId: comment.node_id,
    url: comment.html_url,
    fingerprint: comment.body.slice(prefix.length).split(' ', 1)[0] ?? '',
    isOutdated: (comment.line ?? undefined) === undefined,
    hasReplies: replied.has(comment.id),
  }
}

/** Takes stale suggestions away. What people replied to is folded, never deleted. What fails waits for the next run. */
export async function clearSuggestions(client: GitHubClient, stale: readonly OwnSuggestion[]): Promise<void> {
  const { octokit, repository } = client
  const cleared = stale.slice(0, mostCleared)
  const folded = cleared.filter(({ hasReplies }) => hasReplies).map(({ nodeId }) => nodeId)
  if (folded.length > 0) await ask(client, async () => ({ data: await octokit.graphql(...minimise(folded)) }))
  for (const { id, hasReplies } of cleared) {
    if (hasReplies) continue
    await ask(client, () => octokit.rest.pulls.deleteReviewComment({ ...repository, comment_id: id }))
  }
}

/** One request for all of them. */
function minimise(ids: readonly string[]): [string, Record<string, string>] {
  const variables = ids.map((_, index) => `$id${index}: ID!`).join(', ')
  const calls = ids.map(
    (_, index) =>
      `m${index}: minimizeComment(input: {subjectId: $id${index}, classifier: OUTDATED}) { clientMutationId }`,
  )
  const values = Object.fromEntries(ids.map((id, index) => [`id${index}`, id]))
  return [`mutation(${variables}) { ${calls.join(' ')} }`, values]
}

import { shownLines } from './anchors.ts'
import { refusalOf } from './comments.ts'
import { fieldOf, textOf } from './request.ts'
import { ok, refuse } from './reply.ts'
import type { Reply } from './reply.ts'
import type { GitHubState, ReviewComment } from './state.ts'

/** All or nothing: one comment outside the diff, and the whole review is refused without naming it. */
export function createReview(state: GitHubState, body: unknown): Reply {
  const given = fieldOf(body, 'comments')
  const wanted: readonly unknown[] = Array.isArray(given) ? given : []
  const isEmpty = wanted.length === 0 && textOf(body, 'body') === ''
  if (isEmpty || textOf(body, 'event') !== 'COMMENT') return refuse(422, 'Unprocessable Entity', ['Review is empty'])
  if (textOf(body, 'commit_id') !== state.pull.headSha)
    return refuse(422, 'Unprocessable Entity', ['commit_id is not part of the pull request'])
  const comments = wanted.map(comment => readComment(state, comment))
  for (const comment of comments) {
    const refusal = refusalOf(state, comment.body)
    if (refusal) return refusal
    if (!isInDiff(state, comment)) return refuse(422, 'Unprocessable Entity', ['Line could not be resolved'])
  }
  const review = { id: state.nextId++, commit: state.pull.headSha, body: textOf(body, 'body') }
  state.reviews.push(review)
  state.reviewComments.push(...comments.map(comment => ({ ...comment, id: state.nextId++ })))
  const html_url = `https://github.com/${state.repository}/pull/${state.pull.number}#pullrequestreview-${review.id}`
  return ok({ id: review.id, html_url, state: 'COMMENTED', body: review.body })
}

function readComment(state: GitHubState, comment: unknown): Omit<ReviewComment, 'id'> & { readonly id: number } {
  const [line, startLine] = [fieldOf(comment, 'line'), fieldOf(comment, 'start_line')]
  return {
    id: 0,
    author: state.login,
    body: textOf(comment, 'body'),
    path: textOf(comment, 'path'),
    line: typeof line === 'number' && textOf(comment, 'side') === 'RIGHT' ? line : null,
    startLine: typeof startLine === 'number' ? startLine : undefined,
    inReplyTo: undefined,
  }
}

function isInDiff(state: GitHubState, comment: ReviewComment): boolean {
  const shown = shownLines(state.files.find(file => file.path === comment.path)?.patch ?? '')
  const end = comment.line ?? -1
  if (comment.startLine === undefined) return shown.has(end)
  return comment.startLine < end && shown.has(end) && shown.get(comment.startLine) === shown.get(end)
}

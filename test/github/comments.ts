import { commentJson } from './shapes.ts'
import { notFound, ok, refuse } from './reply.ts'
import type { Reply } from './reply.ts'
import type { Comment, GitHubState } from './state.ts'

/** GitHub's limit for any comment. */
const longestBody = 65_536

/** Why GitHub does not take a body: undefined where it does. */
export function refusalOf(state: GitHubState, body: string): Reply | undefined {
  if (state.pull.locked) return refuse(403, 'Unable to create comment because issue is locked.')
  if (body === '') return refuse(422, 'Validation Failed', [{ code: 'missing_field', field: 'body' }])
  if (body.length <= longestBody) return undefined
  return refuse(422, 'Validation Failed', [
    { code: 'unprocessable', message: `Body is too long (maximum is ${longestBody} characters)` },
  ])
}

export function createComment(state: GitHubState, body: string): Reply {
  const refusal = refusalOf(state, body)
  if (refusal) return refusal
  const comment = { id: state.nextId++, author: state.login, body }
  state.comments.push(comment)
  return ok(commentJson(state, comment), 201)
}

export function editComment(state: GitHubState, id: number, body: string): Reply {
  const comment = state.comments.find(entry => entry.id === id)
  if (!comment) return notFound
  const refusal = refusalOf({ ...state, pull: { ...state.pull, locked: false } }, body)
  if (refusal) return refusal
  comment.body = body
  return ok(commentJson(state, comment))
}

export function removeFrom(comments: Comment[], id: number): Reply {
  const index = comments.findIndex(entry => entry.id === id)
  if (index === -1) return notFound
  comments.splice(index, 1)
  return { status: 204 }
}

import { ask, askAll } from '../api/ask.ts'
import type { Asked } from '../api/ask.ts'
import { createAuthorTest } from './author.ts'
import { commentMarker } from './marker.ts'
import type { GitHubClient } from '../api/octokit.ts'
import { refused } from '../api/permission.ts'
import type { Refusal } from '../api/refusal.ts'
import type { PublishResult, StickyComment } from '../types.ts'

/** 2,000 comments. Beyond that a comment of ours could be missed, and a second one would be wrong. */
const pagesOfComments = 20

/** Runs at the same time leave a handful of doubles, never many. */
const mostDoublesRemoved = 10

interface Comment {
  readonly id: number
  readonly html_url: string
  readonly body?: string
  readonly user: { readonly login: string; readonly type?: string } | null
}

interface Task {
  readonly client: GitHubClient
  readonly number: number
  readonly write: StickyComment['write']
  readonly marker: string
  readonly body: string
}

/** Keeps one comment of this instance on a pull request: creates it, edits it in place or leaves it alone. */
export async function publishComment(
  client: GitHubClient,
  number: number,
  request: StickyComment,
): Promise<PublishResult> {
  const marker = commentMarker(request.key)
  const task = { client, number, write: request.write, marker, body: `${marker}\n${request.body}` }
  const own = await listOwn(task)
  if (own.kind !== 'answered') return failure(own)
  const [oldest] = own.data
  if (!oldest) return await createUnlessResolved(task)
  const result = await edit(task, oldest)
  await removeDoubles(task, own.data.slice(1))
  return result.kind === 'not-found' ? await createUnlessResolved(task) : result
}

/** Oldest first, as GitHub lists them. `login`: who the token writes as, where that is known. */
async function listOwn(task: Task, login?: string): Promise<Asked<readonly Comment[]>> {
  const { client, number: issue_number } = task
  const comments = await askAll<Comment>(client, pagesOfComments, page =>
    client.octokit.rest.issues.listComments({ ...client.repository, issue_number, ...page }),
  )
  if (comments.kind !== 'answered') return comments
  if (!comments.data.complete)
    return { kind: 'unusable', why: 'the pull request has too many comments to look through' }
  const marked = comments.data.entries.filter(comment => comment.body?.startsWith(task.marker))
  if (marked.length === 0) return { kind: 'answered', data: [], hasNext: false }
  const isOwn = login === undefined ? await createAuthorTest(client) : ({ user }: Comment) => user?.login === login
  return { kind: 'answered', data: marked.filter(isOwn), hasNext: false }
}

/** A comment that somebody deleted meanwhile is `not-found`. */
async function edit(task: Task, comment: Comment): Promise<PublishResult | { readonly kind: 'not-found' }> {
  if (isSame(comment.body ?? '', task.body)) return { kind: 'unchanged', id: comment.id }
  const { client, body } = task
  const answer = await ask(client, () =>
    client.octokit.rest.issues.updateComment({ ...client.repository, comment_id: comment.id, body }),
  )
  if (answer.kind === 'not-found') return { kind: 'not-found' }
  return answer.kind === 'answered' ? written(comment) : failure(answer)
}

async function createUnlessResolved(task: Task): Promise<PublishResult> {
  if (task.write === 'only-existing') return { kind: 'nothing', because: 'none-to-resolve' }
  const { client, number: issue_number, body } = task
  const created = await ask<Comment>(client, () =>
    client.octokit.rest.issues.createComment({ ...client.repository, issue_number, body }),
  )
  return created.kind === 'answered' ? await settle(task, created.data) : failure(created)
}

/**
 * Another run, or a first attempt whose answer was lost, may have created one too: every run keeps the oldest, so that
 * they agree without speaking to each other.
 */
async function settle(task: Task, created: Comment): Promise<PublishResult> {
  const own = await listOwn(task, created.user?.login)
  if (own.kind !== 'answered') return written(created)
  const [oldest, ...doubles] = own.data
  if (!oldest || oldest.id === created.id) {
    await removeDoubles(task, doubles)
    return written(created)
  }
  const result = await edit(task, oldest)
  if (result.kind !== 'written' && result.kind !== 'unchanged') return written(created)
  await removeDoubles(task, doubles)
  return written(oldest)
}

/** A double that stays is no reason to say that publishing failed. */
async function removeDoubles({ client }: Task, doubles: readonly Comment[]): Promise<void> {
  for (const { id } of doubles.slice(0, mostDoublesRemoved)) {
    await ask(client, () => client.octokit.rest.issues.deleteComment({ ...client.repository, comment_id: id }))
  }
}

/** GitHub may keep other line ends, and drops blanks at the end. */
function isSame(one: string, other: string): boolean {
  return one.replaceAll('\r\n', '\n').trimEnd() === other.replaceAll('\r\n', '\n').trimEnd()
}

function written(comment: Comment): PublishResult {
  return { kind: 'written', id: comment.id, url: comment.html_url }
}

function failure(refusal: Refusal): PublishResult {
  if (refusal.kind === 'locked') return { kind: 'nothing', because: 'locked' }
  return refused(refusal, 'pull-requests: write')
}

import { createComment, editComment, removeFrom } from './comments.ts'
import { answerGraphql } from './graphql.ts'
import { textOf } from './request.ts'
import type { RecordedRequest } from './request.ts'
import { notAccessible, notFound, ok, refuse } from './reply.ts'
import type { Reply } from './reply.ts'
import { createReview } from './reviews.ts'
import { commentJson, fileJson, pullJson, reviewCommentJson } from './shapes.ts'
import type { GitHubState } from './state.ts'

interface Route {
  readonly method: string
  /** Below `/repos/<owner>/<name>`; the group is the number or id. */
  readonly path: RegExp
  readonly needs: 'read' | 'write'
  readonly answer: (state: GitHubState, request: RecordedRequest, id: string) => Reply
}

const routes: readonly Route[] = [
  list(/^\/issues\/(\d+)\/comments$/, state => state.comments.map(entry => commentJson(state, entry))),
  list(/^\/pulls\/(\d+)\/comments$/, state => state.reviewComments.map(entry => reviewCommentJson(state, entry))),
  list(/^\/pulls\/(\d+)\/files$/, (state, request) => state.files.map(file => fileJson(file, perPageOf(request)))),
  route('GET', /^\/pulls\/(\d+)$/, state => ok(pullJson(state, state.pull))),
  route('GET', /^\/pulls$/, (state, { query }) => {
    const isListed = query['head'] === state.pull.headLabel && query['state'] === state.pull.state
    return ok(isListed ? [pullJson(state, state.pull)] : [])
  }),
  route('GET', /^\/commits\/([0-9a-f]+)\/pulls$/, (state, _request, sha) => {
    const numbers = state.pullsOfCommit.get(sha) ?? (sha === state.pull.headSha ? [state.pull.number] : [])
    return ok(numbers.map(number => pullJson(state, { ...state.pull, number })))
  }),
  route('POST', /^\/issues\/(\d+)\/comments$/, (state, { body }) => createComment(state, textOf(body, 'body'))),
  route('PATCH', /^\/issues\/comments\/(\d+)$/, (state, { body }, id) =>
    editComment(state, Number(id), textOf(body, 'body')),
  ),
  route('DELETE', /^\/issues\/comments\/(\d+)$/, (state, _request, id) => removeFrom(state.comments, Number(id))),
  route('POST', /^\/pulls\/(\d+)\/reviews$/, (state, { body }) => createReview(state, body)),
  route('DELETE', /^\/pulls\/comments\/(\d+)$/, (state, _request, id) => removeFrom(state.reviewComments, Number(id))),
]

/** Answers as GitHub would, and changes the state. */
export function answer(state: GitHubState, request: RecordedRequest): Reply {
  if (!request.headers['authorization']?.endsWith(` ${state.token}`)) return refuse(401, 'Bad credentials')
  if (request.path === '/graphql') return answerGraphql(state, request.body)
  const prefix = `/repos/${state.repository}`
  if (!request.path.startsWith(`${prefix}/`) || state.permission === 'hidden') return notFound
  const path = request.path.slice(prefix.length)
  const found = routes.find(entry => entry.method === request.method && entry.path.test(path))
  if (!found) return notFound
  if (state.permission === 'none' || (found.needs === 'write' && state.permission === 'read')) return notAccessible
  const id = found.path.exec(path)?.[1] ?? ''
  const isOfPull = /^\/(?:issues|pulls)\/\d+/.test(path)
  return isOfPull && Number(id) !== state.pull.number ? notFound : found.answer(state, request, id)
}

function route(method: string, path: RegExp, reply: Route['answer']): Route {
  return { method, path, needs: method === 'GET' ? 'read' : 'write', answer: reply }
}

function list(path: RegExp, entries: (state: GitHubState, request: RecordedRequest) => readonly unknown[]): Route {
  return route('GET', path, (state, request) => pageOf(entries(state, request), request))
}

/** One page, with the `Link` header that leads to the next. */
function pageOf(entries: readonly unknown[], request: RecordedRequest): Reply {
  const [page, perPage] = [Number(request.query['page'] ?? 1), perPageOf(request)]
  const reply = ok(entries.slice((page - 1) * perPage, page * perPage))
  if (entries.length <= page * perPage) return reply
  const next = new URL(request.path, `http://${request.headers['host']}`)
  next.search = new URLSearchParams({ ...request.query, page: String(page + 1) }).toString()
  return { ...reply, headers: { link: `<${next.href}>; rel="next"` } }
}

/** GitHub gives 30 entries unless told, and never more than 100. */
function perPageOf(request: RecordedRequest): number {
  return Math.min(Number(request.query['per_page'] ?? 30), 100)
}

import { fieldOf, textOf } from './request.ts'
import { ok } from './reply.ts'
import type { Reply } from './reply.ts'
import type { GitHubState } from './state.ts'

/** `viewer { login }` and `minimizeComment`, with any aliases. */
export function answerGraphql(state: GitHubState, body: unknown): Reply {
  const query = textOf(body, 'query')
  if (query.includes('minimizeComment')) return minimise(state, fieldOf(body, 'variables'))
  if (!query.includes('viewer')) return ok({ errors: [{ type: 'UNKNOWN', message: 'not understood' }] })
  return state.viewer ? ok({ data: { viewer: { login: state.login } } }) : forbidden()
}

function minimise(state: GitHubState, variables: unknown): Reply {
  if (state.permission !== 'write') return forbidden()
  const ids = typeof variables === 'object' && variables !== null ? Object.values(variables) : []
  state.minimized.push(...ids.map(String))
  return ok({ data: {} })
}

function forbidden(): Reply {
  return ok({ data: null, errors: [{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }] })
}

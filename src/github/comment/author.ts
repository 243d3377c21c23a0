import { ask } from '../api/ask.ts'
import type { GitHubClient } from '../api/octokit.ts'
import { textAt } from '../event/payload.ts'

interface Authored {
  readonly user: { readonly login: string; readonly type?: string } | null
}

/** Who a token without a name of its own writes as: `GET /user` is refused to the token of a workflow. */
const workflowLogin = 'github-actions[bot]'

/**
 * A test for what was written with this token. A marker alone proves nothing: anyone can paste it, and a token with
 * `pull-requests: write` may edit other people's comments.
 */
export async function createAuthorTest(client: GitHubClient): Promise<(comment: Authored) => boolean> {
  const answer = await ask(client, async () => ({ data: await client.octokit.graphql('{ viewer { login } }') }))
  const viewer = answer.kind === 'answered' ? textAt(answer.data, 'viewer', 'login') : undefined
  const login = viewer ?? workflowLogin
  return ({ user }) => user?.login === login || (user?.type === 'Bot' && user.login === `${login}[bot]`)
}

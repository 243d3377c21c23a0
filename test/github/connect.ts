import { connect } from '../../src/github/api/octokit.ts'
import type { ConnectOptions, GitHubClient } from '../../src/github/api/octokit.ts'
import { Secret } from '../../src/secret.ts'
import type { GitHub } from './server.ts'

/** A client of the recording GitHub whose waits end at once and are written down. */
export async function connectTo(
  github: GitHub,
  options: Partial<ConnectOptions> = {},
): Promise<GitHubClient & { readonly waits: readonly number[] }> {
  let now = 0
  const waits: number[] = []
  const sleep = (milliseconds: number): Promise<void> => {
    waits.push(milliseconds)
    now += milliseconds
    return Promise.resolve()
  }
  const client = await connect({
    token: new Secret(github.state.token),
    apiUrl: github.url,
    repository: github.state.repository,
    userAgent: 'will-it-pull/test',
    deadline: { endsAt: 60_000, signal: new AbortController().signal },
    clock: { now: () => now, sleep },
    proxies: { http: '', https: '', none: '' },
    retrySecondMs: 0,
    ...options,
  })
  return { ...client, waits }
}

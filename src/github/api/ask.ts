import type { GitHubClient } from './octokit.ts'
import { at } from '../event/payload.ts'
import { readRefusal } from './refusal.ts'
import type { Refusal } from './refusal.ts'

/** What GitHub answered; `hasNext` where a list goes on. */
export type Asked<T> = { readonly kind: 'answered'; readonly data: T; readonly hasNext: boolean } | Refusal

/** Makes one call, and gives up waiting for it at the deadline, also while it waits for its turn or for a retry. */
export async function ask<T>(client: GitHubClient, call: () => Promise<{ data: T }>): Promise<Asked<T>> {
  const { signal } = client.deadline
  if (signal.aborted) return { kind: 'out-of-time' }
  const outOfTime = Promise.withResolvers<Asked<T>>()
  const stop = (): void => outOfTime.resolve({ kind: 'out-of-time' })
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await Promise.race([outOfTime.promise, answered(client, call)])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

/** All entries of a list, page by page, at most `pages` of a hundred. `complete` is false where there are more. */
export async function askAll<T>(
  client: GitHubClient,
  pages: number,
  call: (page: { page: number; per_page: number }) => Promise<{ data: readonly T[] }>,
): Promise<Asked<{ entries: readonly T[]; complete: boolean }>> {
  const entries: T[] = []
  for (let page = 1; page <= pages; page += 1) {
    const answer = await ask(client, () => call({ page, per_page: 100 }))
    if (answer.kind !== 'answered') return answer
    const { data } = answer
    if (!isList(data)) return { kind: 'unusable', why: 'GitHub answered something that is no list' }
    entries.push(...data)
    if (!answer.hasNext) return { kind: 'answered', data: { entries, complete: true }, hasNext: false }
  }
  return { kind: 'answered', data: { entries, complete: false }, hasNext: true }
}

/** The types say so, but a server that is no GitHub may send anything. */
function isList(data: unknown): boolean {
  return Array.isArray(data)
}

async function answered<T>(client: GitHubClient, call: () => Promise<{ data: T }>): Promise<Asked<T>> {
  try {
    const response = await call()
    const link = at(response, 'headers', 'link')
    const hasNext = typeof link === 'string' && link.includes('rel="next"')
    return { kind: 'answered', data: response.data, hasNext }
  } catch (error) {
    return readRefusal(error, client.token)
  }
}

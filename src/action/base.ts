import type { RunEvent } from '../github/event/event.ts'
import { Secret } from '../secret.ts'
import type { BaseWish } from '../world.ts'

/** What this run compares with: the revision that was named, else what the change is merged into, else nothing. */
export function baseWish(event: RunEvent, named: string | undefined): BaseWish | undefined {
  if (named !== undefined) return { kind: 'revision', revision: named }
  if (event.kind !== 'pull-request' && event.kind !== 'merge-group') return undefined
  return { kind: 'event', headSha: event.headSha, baseSha: event.baseSha }
}

/** Variables of git's environment by which it fetches missing history with the job's token. No argument holds it. */
export function gitLoginFor(
  serverUrl: string,
  token: string | undefined,
): Readonly<Record<string, string>> | undefined {
  if (token === undefined || token === '') return undefined
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${serverUrl}/.extraheader`,
    GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${basic}`,
  }
}

/** The job's token as a login for GitHub's package registry. That of another GitHub server opens nothing there. */
export function packagesToken(serverUrl: string, token: string | undefined): Secret | undefined {
  return serverUrl === 'https://github.com' && token !== undefined && token !== '' ? new Secret(token) : undefined
}

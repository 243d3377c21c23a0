import { parseChallenges } from '../access/challenge.ts'
import { failed } from '../diagnosis/cause.ts'
import type { Outcome } from '../diagnosis/outcome.ts'
import type { Trail } from '../diagnosis/trail.ts'
import { causeOf } from '../reading.ts'
import type { Desk } from '../reading.ts'
import type { Greeting, Target } from '../types.ts'

const schemes: ReadonlySet<string> = new Set(['basic', 'bearer'])

/**
 * `GET /v2/`, which the library of CRI-O sends first (containers/image, docker/docker_client.go): whatever is neither 200
 * nor 401 ends the pull, and only a challenge in that answer makes it show a login.
 */
export async function askGreeting(
  question: { readonly target: Target; readonly trail: Trail },
  desk: Desk,
): Promise<Outcome<Greeting>> {
  const reply = await desk.inquirer.ask({ ...question, path: '', method: 'GET', bodyLimit: 64 * 1024, asNobody: true })
  if (reply.kind === 'cause') return reply.cause
  const { status, headers } = reply.response
  if (status === 200 || status === 401) {
    const challenges = parseChallenges(headers['www-authenticate'])
    return { kind: 'value', value: { asksForLogin: challenges.some(({ scheme }) => schemes.has(scheme)) } }
  }
  const isFinal = status >= 400 && status < 500 && status !== 408 && status !== 429
  if (!isFinal) return causeOf(reply, desk.now())
  const detail = `GET /v2/ is answered ${status}`
  return failed('greeting-refused', { host: reply.url.host, at: reply.at, status, detail })
}

import type { Ask } from '../ask.ts'
import type { HttpReply } from '../reply.ts'
import type { Auth } from './auth.ts'
import { challengeLines } from './challenge.ts'
import type { ChallengeParts } from './challenge.ts'
import { refuse } from './refuse.ts'
import type { Refusal } from './style.ts'
import { covers } from './tokens.ts'
import { callerOf, mayPull } from './users.ts'

/** What the registry's door says: come in (and as whom), or a refusal. */
export type Passage =
  | { readonly kind: 'open'; readonly user: string | undefined }
  | { readonly kind: 'shut'; readonly user: string | undefined; readonly answer: HttpReply }

/** Where the door stands, for its challenges. */
export type Place = Pick<ChallengeParts, 'host' | 'tokenOrigin'>

const required: Refusal = { status: 401, code: 'UNAUTHORIZED', message: 'authentication required' }

/** Decides on a request to the registry itself. */
export function passGate(ask: Ask, auth: Auth, place: Place): Passage {
  const door: Door = { ask, auth, place, repository: 'repository' in ask.route ? ask.route.repository : undefined }
  if (ask.route.kind === 'ping' && auth.style.ping === 'open') return { kind: 'open', user: undefined }
  return auth.style.scheme === 'basic' ? basicGate(door) : bearerGate(door)
}

interface Door {
  readonly ask: Ask
  readonly auth: Auth
  readonly place: Place
  readonly repository: string | undefined
}

function basicGate(door: Door): Passage {
  const { style, users } = door.auth
  const caller = callerOf(door.ask.headers.authorization, users)
  const user = caller.kind === 'user' ? caller.user.name : undefined
  if (caller.kind === 'anonymous') return isOpen(door) ? { kind: 'open', user } : shut(door, required)
  if (caller.kind === 'wrong') return shut(door, style.wrongLogin === 'anonymous' ? required : style.wrongLogin)
  if (caller.kind === 'expired') return shut(door, style.expiredLogin ?? required)
  if (door.repository === undefined || mayPull(caller, door.repository, door.auth.open)) return { kind: 'open', user }
  return shut(door, style.noAccess, { user })
}

function bearerGate(door: Door): Passage {
  const { auth, ask, repository } = door
  const { authorization } = ask.headers
  if (authorization === undefined) return isOpen(door) ? { kind: 'open', user: undefined } : shut(door, required)
  const grant = auth.tokens.find(authorization, auth.now())
  if (grant === undefined) return shut(door, required, { error: 'invalid_token' })
  if (repository === undefined || covers(grant, repository)) return { kind: 'open', user: grant.user }
  const isMissing = auth.style.missingIs404 === true && auth.store.find(repository) === undefined
  if (isMissing) return { kind: 'open', user: grant.user }
  const refusal = auth.style.refusesAt === 'registry' ? auth.style.noAccess : required
  return shut(door, refusal, { error: 'insufficient_scope', user: grant.user })
}

function isOpen({ auth, repository }: Door): boolean {
  if (repository === undefined) return false
  const isPublic = mayPull({ kind: 'anonymous' }, repository, auth.open)
  return isPublic && (auth.style.openWithoutToken === true || auth.style.scheme === 'basic')
}

function shut(
  { auth, place, repository }: Door,
  refusal: Refusal,
  more: { error?: ChallengeParts['error']; user?: string | undefined } = {},
): Passage {
  const challenge = challengeLines({ style: auth.style, ...place, repository, error: more.error })
  return { kind: 'shut', user: more.user, answer: refuse(refusal, { repository, challenge }) }
}

import { matchesRepository } from './glob.ts'

/** Someone who can log in. All of it is made up for one run on loopback; nothing here is a real secret. */
export interface User {
  readonly name: string
  readonly password: string
  /** Repositories this user may pull; default all (`**`). */
  readonly pulls?: readonly string[]
  /** The refresh token that stands for this user at the token server. */
  readonly identityToken?: string
  /** The password was right once. */
  readonly expired?: boolean
}

/** For whom a request comes, as far as its login tells. */
export type Caller =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'user'; readonly user: User }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'expired' }

/** Reads a Basic header (RFC 7617); the first colon ends the name. */
export function callerOf(authorization: string | undefined, users: readonly User[]): Caller {
  if (authorization === undefined) return { kind: 'anonymous' }
  const encoded = /^basic +(.+)$/i.exec(authorization)?.[1] ?? ''
  const [name = '', ...rest] = Buffer.from(encoded, 'base64').toString().split(':')
  return byPassword({ name, password: rest.join(':') }, users)
}

/** Looks a login up. */
export function byPassword(login: { name: string; password: string }, users: readonly User[]): Caller {
  return known(users.find(user => user.name === login.name && user.password === login.password))
}

/** Looks an identity token up. */
export function byIdentityToken(token: string, users: readonly User[]): Caller {
  return known(users.find(user => user.identityToken !== undefined && user.identityToken === token))
}

/** Whether a caller may pull, given what is open to all. */
export function mayPull(caller: Caller, repository: string, open: readonly string[]): boolean {
  const patterns = caller.kind === 'user' ? [...open, ...(caller.user.pulls ?? ['**'])] : open
  return patterns.some(pattern => matchesRepository(pattern, repository))
}

function known(user: User | undefined): Caller {
  if (user === undefined) return { kind: 'wrong' }
  return user.expired === true ? { kind: 'expired' } : { kind: 'user', user }
}

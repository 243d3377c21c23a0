import type { Ask } from '../ask.ts'
import { reply } from '../reply.ts'
import type { HttpReply } from '../reply.ts'
import { scopesOf } from '../scopes.ts'
import type { Auth } from './auth.ts'
import { tokenPathKey } from './challenge.ts'
import { refuse } from './refuse.ts'
import { byIdentityToken, byPassword, callerOf, mayPull } from './users.ts'
import type { Caller } from './users.ts'

/** An answer of the token server, and for whom it took the caller. */
export interface TokenAnswer {
  readonly user: string | undefined
  readonly answer: HttpReply
}

/** GET with Basic (distribution docs, spec/auth/token.md) and POST with a form (spec/auth/oauth.md). */
export function serveToken(ask: Ask, auth: Auth): TokenAnswer {
  if (ask.method === 'POST' && auth.style.post !== 200) return { user: undefined, answer: reply(auth.style.post, '') }
  const caller = ask.method === 'POST' ? formCaller(ask, auth) : callerOf(ask.headers.authorization, auth.users)
  const user = caller.kind === 'user' ? caller.user.name : undefined
  return { user, answer: answerTo(caller, ask, auth) }
}

function answerTo(caller: Caller, ask: Ask, auth: Auth): HttpReply {
  const { style } = auth
  const asked = repositoriesOf(ask, auth)
  const isBad = caller.kind === 'wrong' || caller.kind === 'expired'
  if (isBad && (style.wrongLogin !== 'anonymous' || asked.length === 0)) {
    const wrong = style.wrongLogin === 'anonymous' ? { status: 401, message: '' } : style.wrongLogin
    return refuse(caller.kind === 'expired' ? (style.expiredLogin ?? wrong) : wrong, { challenge: [] })
  }
  const granted = asked.flatMap(repository => rightsTo(repository, caller, auth))
  if (style.refusesAt === 'token-endpoint' && asked.length > 0 && granted.length === 0) {
    return refuse(style.noAccess, { repository: asked[0], challenge: [] })
  }
  return issue(caller, granted, auth)
}

/** A token server that grants less than was asked for still answers 200. */
function issue(caller: Caller, repositories: readonly string[], auth: Auth): HttpReply {
  const { style, tokenSeconds } = auth
  const user = caller.kind === 'user' ? caller.user : undefined
  const token = auth.tokens.issue({ user: user?.name, repositories, expiresAt: auth.now() + tokenSeconds * 1000 })
  return reply(200, {
    ...(style.tokenField === 'access_token' ? {} : { token }),
    ...(style.tokenField === 'token' ? {} : { access_token: token }),
    ...(style.silentExpiry === true ? {} : { expires_in: tokenSeconds, issued_at: new Date(auth.now()).toISOString() }),
    ...(user?.identityToken === undefined ? {} : { refresh_token: user.identityToken }),
  })
}

/** The patterns that a scope gives: the repository itself, or for `*` everything the caller may pull. */
function rightsTo(repository: string, caller: Caller, auth: Auth): readonly string[] {
  if (repository !== '*') return mayPull(caller, repository, auth.open) ? [repository] : []
  return caller.kind === 'user' ? [...auth.open, ...(caller.user.pulls ?? ['**'])] : auth.open
}

function repositoriesOf(ask: Ask, auth: Auth): string[] {
  const key = tokenPathKey(auth.style, ask.url.pathname) ?? ''
  const names = scopesOf(ask).flatMap(scope =>
    scope === '*' ? ['*'] : (/^repository:(.+):[^:]*$/.exec(scope)?.[1] ?? []),
  )
  return key === '' ? names : names.map(name => `${key}/${name}`)
}

function formCaller(ask: Ask, auth: Auth): Caller {
  const form = new URLSearchParams(ask.body)
  if (form.get('grant_type') === 'refresh_token') return byIdentityToken(form.get('refresh_token') ?? '', auth.users)
  if (form.get('grant_type') !== 'password') return { kind: 'wrong' }
  return byPassword({ name: form.get('username') ?? '', password: form.get('password') ?? '' }, auth.users)
}

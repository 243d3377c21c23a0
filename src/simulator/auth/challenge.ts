import type { Style } from './style.ts'

/** What a challenge is written from. */
export interface ChallengeParts {
  readonly style: Style
  /** Origin of the token server. */
  readonly tokenOrigin: string
  /** Host of the registry. */
  readonly host: string
  /** Absent at the ping. */
  readonly repository?: string | undefined
  readonly error?: 'invalid_token' | 'insufficient_scope' | undefined
}

/** The WWW-Authenticate lines of a 401 (RFC 9110, 11.6.1; distribution docs, spec/auth/token.md). */
export function challengeLines(parts: ChallengeParts): string[] {
  const { style } = parts
  const lines = [
    style.scheme === 'basic' ? basicChallenge(parts) : bearerChallenge(parts),
    ...(style.moreChallenges ?? []),
  ]
  return style.oneLine === true ? [lines.join(',')] : lines
}

/** Where the token of a repository is to be had. */
export function realmOf({ style, tokenOrigin, repository }: ChallengeParts): string {
  if (style.repoKeyInRealm !== true) return `${tokenOrigin}${style.tokenPath}`
  return `${tokenOrigin}/artifactory/api/docker/${repository?.split('/', 1)[0] ?? 'null'}/v2/token`
}

/** Reads the path of a token server back: the repository key in it, `''` for none, undefined where it is no such path. */
export function tokenPathKey(style: Style, path: string): string | undefined {
  if (style.scheme === 'basic') return undefined
  if (style.repoKeyInRealm === true) return /^\/artifactory\/api\/docker\/([^/]+)\/v2\/token$/.exec(path)?.[1]
  return path === style.tokenPath ? '' : undefined
}

function basicChallenge({ style, tokenOrigin }: ChallengeParts): string {
  return style.service === null || style.service === undefined
    ? 'Basic realm="Registry Realm"'
    : `Basic realm="${tokenOrigin}/",service="${style.service}"`
}

function bearerChallenge(parts: ChallengeParts): string {
  const { style, repository } = parts
  const service = style.service === undefined ? parts.host : style.service
  const fields = { realm: realmOf(parts), service, scope: scopeOf(style, repository), error: parts.error }
  const written = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null)
  return `Bearer ${written.map(([name, value]) => `${name}="${String(value)}"`).join(',')}`
}

function scopeOf(style: Style, repository: string | undefined): string | undefined {
  if (repository === undefined) return style.pingScope
  const name = style.repoKeyInRealm === true ? repository.slice(repository.indexOf('/') + 1) : repository
  return style.scope ?? `repository:${name}:pull`
}

import type { Ask } from './ask.ts'
import type { RouteKind } from './route.ts'

/** A request as it came in, and what became of it. */
export interface RecordedRequest {
  readonly method: string
  /** Path with query, e.g. `/v2/acme/web/manifests/v1`. */
  readonly path: string
  readonly route: RouteKind
  readonly repository: string | undefined
  readonly hadAuthorization: boolean
  /** Scheme of the Authorization header in lower case. */
  readonly authorization: 'none' | 'basic' | 'bearer' | 'other'
  /** Who the registry took the caller for; absent for anonymous callers and wrong credentials. */
  readonly user: string | undefined
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: string
  /** 0 where no proper answer was sent. */
  readonly status: number
  readonly httpVersion: string
  /** Which listener it came to: `host` of the registry or of its token server. */
  readonly host: string
}

/** What is known of a request before it is answered. */
export interface Arrival {
  readonly ask: Ask
  readonly user: string | undefined
  readonly httpVersion: string
  readonly host: string
}

/** Writes an arrival down; `status` 0 means that no proper answer was sent. */
export function recordOf(arrival: Arrival, status: number): RecordedRequest {
  const { ask } = arrival
  const { authorization } = ask.headers
  return {
    method: ask.method,
    path: ask.url.pathname + ask.url.search,
    route: ask.route.kind,
    repository: 'repository' in ask.route ? ask.route.repository : undefined,
    hadAuthorization: authorization !== undefined,
    authorization: schemeOf(authorization),
    user: arrival.user,
    headers: ask.headers,
    body: ask.body,
    status,
    httpVersion: arrival.httpVersion,
    host: arrival.host,
  }
}

function schemeOf(authorization: string | undefined): RecordedRequest['authorization'] {
  if (authorization === undefined) return 'none'
  const scheme = authorization.split(' ', 1)[0]?.toLowerCase()
  return scheme === 'basic' || scheme === 'bearer' ? scheme : 'other'
}

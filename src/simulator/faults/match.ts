import type { Ask } from '../ask.ts'
import type { RouteKind } from '../route.ts'
import type { Fault } from './fault.ts'

/** What is to misbehave. Everything that is given has to fit. */
export interface Match {
  /** Exact name. */
  readonly repository?: string | undefined
  /** Tag or digest as asked for (a tag does not stand for its digest). */
  readonly reference?: string | undefined
  readonly route?: RouteKind | undefined
  readonly method?: string | undefined
  /** Only requests with, or only requests without, an Authorization header. */
  readonly authorized?: boolean | undefined
  /** Lets this many fitting requests pass first. */
  readonly after?: number | undefined
  /** Misbehaves this often, then no more. */
  readonly times?: number | undefined
}

/** Reads `*`, `acme/web`, `acme/web:v1` and `acme/web@sha256:…`. */
export function matchOf(text: string): Match {
  if (text === '*') return {}
  const [repository, digest] = text.split('@', 2)
  if (digest !== undefined) return { repository, reference: digest }
  const [name, tag] = text.split(':', 2)
  return { repository: name, reference: tag }
}

/** Whether a request is meant. */
export function meets(match: Match, fault: Fault, ask: Ask): boolean {
  const { route } = ask
  if (fault.at === 'connection') return false
  const repository = 'repository' in route ? route.repository : undefined
  if (match.repository !== undefined && match.repository !== repository) return false
  if (match.reference !== undefined && !namesReference(match.reference, ask)) return false
  if (match.method !== undefined && match.method !== ask.method) return false
  if (match.authorized !== undefined && match.authorized !== (ask.headers.authorization !== undefined)) return false
  if (match.route !== undefined) return match.route === route.kind
  return fault.routes === undefined || fault.routes.includes(route.kind)
}

/** Requests that name no reference (tag lists, tokens) are meant by none. */
function namesReference(reference: string, { route }: Ask): boolean {
  if (route.kind === 'manifest') return route.reference === reference
  return route.kind === 'blob' && route.digest === reference
}

import type { RecordedRequest } from './request.ts'
import { refuse } from './reply.ts'
import type { Reply } from './reply.ts'

/** Misbehaviour on demand, for the requests that it matches. */
export interface Fault {
  readonly method?: string
  /** Compared with the path without its query. */
  readonly path?: RegExp
  /** How many matching requests it meets; default all. */
  readonly times?: number
  /** How many matching requests pass first; default none. */
  readonly after?: number
  /** `lost`: the request is carried out, but its answer is this one. `disconnect`, `hang`: no answer at all. */
  readonly answer: Reply | { readonly kind: 'lost'; readonly reply: Reply } | { readonly kind: 'disconnect' | 'hang' }
}

/** 403 as GitHub answers when too much is asked at once. */
export function secondaryRateLimit(retryAfterSeconds: number): Reply {
  const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'
  return { ...refuse(403, message), headers: { 'retry-after': String(retryAfterSeconds) } }
}

/** 429 or 403 with nothing remaining until `resetAt`, in seconds since the epoch. */
export function primaryRateLimit(resetAt: number, status: 403 | 429 = 403): Reply {
  const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(resetAt) }
  return { ...refuse(status, 'API rate limit exceeded for installation.'), headers }
}

/** An error page of the front, which is not JSON. */
export function serverError(status = 502): Reply {
  return { status, body: '<html><h1>Unicorn!</h1></html>', headers: { 'content-type': 'text/html; charset=utf-8' } }
}

/** The faults in use, each with its own count. The first that applies wins. */
export class Faults {
  readonly #entries: { fault: Fault; met: number }[] = []

  add(fault: Fault): void {
    this.#entries.push({ fault, met: 0 })
  }

  match(request: RecordedRequest): Fault | undefined {
    const isMeant = ({ method, path }: Fault): boolean =>
      (method === undefined || method === request.method) && (path === undefined || path.test(request.path))
    for (const entry of this.#entries.filter(({ fault }) => isMeant(fault))) {
      const { after = 0, times = Number.POSITIVE_INFINITY } = entry.fault
      entry.met += 1
      if (entry.met > after && entry.met <= after + times) return entry.fault
    }
    return undefined
  }
}

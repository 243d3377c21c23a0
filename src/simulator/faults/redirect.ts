import { reply, withHeaders } from '../reply.ts'
import type { RouteKind } from '../route.ts'
import type { AnswerFault, Fault, Scene } from './fault.ts'
import { doorAnswer } from './make.ts'

/** Redirects that lead nowhere or where nobody should follow. Honest ones: `redirectTo`. */
export const redirectFaults = {
  'redirect-loop': doorAnswer(scene => to(scene.ask.url.pathname + scene.ask.url.search)),
  'redirect-loop-301': doorAnswer(scene => to(scene.ask.url.pathname, 301)),
  'redirect-loop-302': doorAnswer(scene => to(scene.ask.url.pathname, 302)),
  /** A new address each time, so that no memory of addresses ends it. */
  'redirect-maze': doorAnswer(scene => to(`${scene.ask.url.pathname}?step=${step(scene)}`)),
  'redirect-without-location': doorAnswer(reply(307)),
  'redirect-to-garbage': doorAnswer(to('http://[::bad')),
  'redirect-to-metadata': doorAnswer(to('http://169.254.169.254/latest/meta-data/')),
  'redirect-to-private': doorAnswer(to('https://10.0.0.1/v2/')),
  'redirect-to-file': doorAnswer(to('file:///etc/passwd')),
  'redirect-to-nowhere': doorAnswer(to('https://nowhere.invalid/v2/')),
  'redirect-300': doorAnswer(to('/v2/', 300)),
  'redirect-304-unasked': doorAnswer(reply(304, Buffer.alloc(0))),
} as const satisfies Record<string, Fault>

/** How a redirect is to be made. */
export interface RedirectOptions {
  readonly status?: 301 | 302 | 303 | 307 | 308
  readonly routes?: readonly RouteKind[]
  /** Gives the target a query, as signed URLs have. */
  readonly query?: string
  /** Forgets the query that was asked with, as registry.k8s.io does. */
  readonly dropsQuery?: boolean
}

/** Sends callers who were let in to the same path of another origin (or, with a path of its own, to just that URL). */
export function redirectTo(target: string, options: RedirectOptions = {}): AnswerFault {
  const answer = ({ ask }: Scene) => {
    const url = new URL(target)
    if (url.pathname === '/') url.pathname = ask.url.pathname
    if (options.dropsQuery !== true) url.search = ask.url.search
    if (options.query !== undefined) url.search = options.query
    return to(url.href, options.status ?? 307)
  }
  return { at: 'inside', routes: options.routes ?? ['manifest', 'blob', 'tags'], answer }
}

/** Sends callers of blobs alone elsewhere, as nearly all registries do. */
export function redirectBlobsTo(origin: string): AnswerFault {
  return redirectTo(origin, { routes: ['blob'], query: 'X-Signature=made-up' })
}

function to(location: string, status = 307) {
  return withHeaders(reply(status, ''), { location })
}

function step(scene: Scene): number {
  return Number(scene.ask.url.searchParams.get('step') ?? 0) + 1
}

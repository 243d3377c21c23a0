import { failed, failedToReach } from '../diagnosis/cause.ts'
import type { Cause, Place } from '../diagnosis/cause.ts'
import type { Courier } from '../courier.ts'
import { header } from './http.ts'
import type { HttpRequest, HttpResponse } from './http.ts'
import { mayLeadTo } from './reach.ts'
import type { Trail } from '../diagnosis/trail.ts'
import type { Access } from '../types.ts'

/** A request that may be sent on to other places. */
export interface Journey extends Omit<HttpRequest, 'headers' | 'method' | 'body'> {
  readonly method: 'GET' | 'HEAD'
  /** Sent everywhere. */
  readonly headers: Readonly<Record<string, string>>
  /** Credentials and the like: sent to the first origin, and never again once it was left. */
  readonly ownHeaders: Readonly<Record<string, string>>
  /** For other origins, that were chosen by the server and not by us. */
  readonly elsewhere: Pick<HttpRequest, 'tls' | 'reach'>
  /** Headers for one other origin that was met before: a token which that origin itself asked for. */
  readonly foreign?: { readonly origin: string; readonly headers: Readonly<Record<string, string>> } | undefined
  readonly trail: Trail
  readonly as?: Access | undefined
  /** Where the first request goes to. */
  readonly at: Place
}

export type Arrival =
  | { readonly kind: 'response'; readonly response: HttpResponse; readonly url: URL; readonly at: Place }
  | { readonly kind: 'cause'; readonly cause: Cause }

// as many as containerd follows (core/remotes/docker/resolver.go)
const maximumRedirects = 10

/** Sends a request and follows redirects by the rules above. */
export async function follow(journey: Journey, courier: Courier): Promise<Arrival> {
  const seen = new Set<string>()
  let url = journey.url
  let left = false
  for (let hops = 0; hops <= maximumRedirects; hops++) {
    if (seen.has(url.href)) break
    seen.add(url.href)
    const at = left ? 'redirect' : journey.at
    const errand = { trail: journey.trail, as: left ? undefined : journey.as }
    const result = await courier.send(requestTo(url, journey, left), errand)
    if (result.kind === 'failure') return { kind: 'cause', cause: failedToReach(result, at) }
    const next = locationOf(result, url)
    if (next === undefined) return { kind: 'response', response: result, url, at }
    const danger = dangerOf(next, url)
    if (danger !== undefined)
      return { kind: 'cause', cause: failed('redirect-unsafe', { ...facts(url, result), detail: danger }) }
    left ||= next.origin !== journey.url.origin
    url = next
  }
  const detail = `redirected more than ${maximumRedirects} times, or in a circle`
  return { kind: 'cause', cause: failed('redirect-loop', { host: url.host, at: 'redirect', detail }) }
}

function requestTo(url: URL, journey: Journey, left: boolean): HttpRequest {
  const { method, headers, ownHeaders, tls, reach, elsewhere, foreign, bodyLimit } = journey
  if (!left) return { url, method, headers: { ...headers, ...ownHeaders }, tls, reach, bodyLimit }
  const own = foreign?.origin === url.origin ? foreign.headers : {}
  return { url, method, headers: { ...headers, ...own }, ...elsewhere, bodyLimit }
}

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

function locationOf({ status, headers }: HttpResponse, base: URL): URL | undefined {
  if (!redirects.has(status)) return undefined
  const location = header(headers, 'location')
  const url = location === undefined ? null : URL.parse(location, base.href)
  if (url === null) return undefined
  url.username = ''
  url.password = ''
  url.hash = ''
  return url
}

function dangerOf(next: URL, from: URL): string | undefined {
  if (next.protocol !== 'https:' && next.protocol !== 'http:') return `redirected to the scheme ${next.protocol}`
  if (from.protocol === 'https:' && next.protocol === 'http:')
    return `redirected from HTTPS to plain HTTP at ${next.host}`
  if (!mayLeadTo(from.hostname, next.hostname)) return `redirected to the private address ${next.host}`
  return undefined
}

function facts(url: URL, { status }: HttpResponse) {
  return { host: url.host, at: 'redirect' as const, status }
}

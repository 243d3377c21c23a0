import type { HttpRequest, HttpResult } from './http.ts'

/** Sends one request; `lasting` keeps its connection open after a HEAD. */
type Send = (request: HttpRequest, lasting: boolean) => Promise<HttpResult>

/**
 * Keeps connections open after a HEAD, as long as that goes well. A server that sends a body after a HEAD spoils the
 * next answer on that connection: then the request is sent once more, and the host's connections end after each HEAD.
 */
export function sparingly(send: Send): (request: HttpRequest) => Promise<HttpResult> {
  const proper = new Set<string>()
  const careless = new Set<string>()
  return async request => {
    const { origin } = request.url
    const result = await send(request, !careless.has(origin))
    if (result.kind === 'response') proper.add(origin)
    const spoilt = result.kind === 'failure' && result.code === 'not-a-registry' && proper.has(origin)
    if (!spoilt) return result
    careless.add(origin)
    return send(request, false)
  }
}

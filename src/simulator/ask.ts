import type { IncomingHttpHeaders } from 'node:http'
import type { Route } from './route.ts'

/** One request, read. */
export interface Ask {
  readonly method: string
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  /** Text of the body, for POST to a token server. */
  readonly body: string
  readonly route: Route
  readonly httpVersion: string
}

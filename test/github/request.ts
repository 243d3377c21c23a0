/** One request as it came in. */
export interface RecordedRequest {
  readonly method: string
  /** Without the query. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** Parsed JSON, or undefined. */
  readonly body: unknown
  /** Header names in lower case; the token is in `authorization`. */
  readonly headers: Readonly<Record<string, string>>
}

/** `GET /repos/acme/shop/pulls/7/files?page=1`: what tests compare lists of requests by. */
export function lineOf(request: RecordedRequest): string {
  const query = new URLSearchParams(request.query).toString()
  return `${request.method} ${request.path}${query === '' ? '' : `?${query}`}`
}

/** A text of a JSON body; empty where it is none. */
export function textOf(body: unknown, key: string): string {
  const value = fieldOf(body, key)
  return typeof value === 'string' ? value : ''
}

export function fieldOf(body: unknown, key: string): unknown {
  return typeof body === 'object' && body !== null ? Reflect.get(body, key) : undefined
}

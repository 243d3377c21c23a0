import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** What is sent back: a proper HTTP answer, or something that is done to the connection. */
export type Reply = HttpReply | WireReply

export interface HttpReply {
  readonly kind: 'http'
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly body: Buffer
}

export interface WireReply {
  readonly kind: 'wire'
  /** Does what it likes; the connection is closed with the registry at the latest. */
  readonly act: (wire: Wire) => void
}

/** The two ends that a misbehaving answer can use: HTTP, or the bytes below it. */
export interface Wire {
  readonly response: ServerResponse
  readonly socket: Socket
  /** The right answer, where a fault spoils one. */
  readonly method: string
}

/** An HTTP answer; text and bytes as they are, everything else as JSON. */
export function reply(status: number, body: unknown = '', headers: HttpReply['headers'] = {}): HttpReply {
  if (Buffer.isBuffer(body)) return { kind: 'http', status, headers, body }
  if (typeof body === 'string') {
    return {
      kind: 'http',
      status,
      headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
      body: Buffer.from(body),
    }
  }
  const json = { 'content-type': 'application/json', ...headers }
  return { kind: 'http', status, headers: json, body: Buffer.from(JSON.stringify(body)) }
}

/** The error body of the distribution spec ("Error Codes"). */
export function ociError(status: number, code: string, message: string, detail?: unknown): HttpReply {
  return reply(status, { errors: [{ code, message, ...(detail === undefined ? {} : { detail }) }] })
}

/** The same answer with headers added, or removed where the value is undefined. */
export function withHeaders(
  right: HttpReply,
  changes: Readonly<Record<string, string | readonly string[] | undefined>>,
): HttpReply {
  const headers: Record<string, string | readonly string[]> = { ...right.headers }
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) delete headers[name]
    else headers[name] = value
  }
  return { ...right, headers }
}

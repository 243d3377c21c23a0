import type { ServerResponse } from 'node:http'
import type { Frame } from './http2-frame.ts'

/** What is sent back: a proper HTTP answer, or something that is done to the connection. */
export type Reply = HttpReply | WireReply

export interface HttpReply {
  readonly kind: 'http'
  readonly status: number
  readonly headers: ReplyHeaders
  readonly body: Buffer
}

/** A `content-length` of `none` sends the body in chunks, without a length. */
export type ReplyHeaders = Readonly<Record<string, string | string[]>>

export interface WireReply {
  readonly kind: 'wire'
  /** Does what it likes; the connection is closed with the registry at the latest. */
  readonly act: (wire: Wire) => void
}

/** The two ends that a misbehaving answer can use: HTTP, or the bytes below it. */
export interface Wire {
  readonly response: ServerResponse
  readonly method: string
  /** Sends bytes that are no HTTP message by themselves (inside TLS where there is TLS). */
  write(bytes: Buffer | string): void
  /** Sends a frame of HTTP/2, on the stream of the request unless it names another. */
  frame(frame: Frame): void
  /** Ends the connection in order (FIN). */
  close(): void
  /** Ends the connection with a RST. */
  reset(): void
}

/** An HTTP answer; text and bytes as they are, everything else as JSON. */
export function reply(status: number, body: unknown = '', headers: ReplyHeaders = {}): HttpReply {
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

/** One error of the distribution spec ("Error Codes"), with its status. */
export interface OciError {
  readonly status: number
  readonly code: string
  readonly message: string
  readonly detail?: unknown
}

/** An error answer as the distribution spec writes it. */
export function ociError({ status, ...error }: OciError, headers: ReplyHeaders = {}): HttpReply {
  return reply(status, { errors: [error] }, headers)
}

/** The same answer with headers added, or removed where the value is undefined. */
export function withHeaders(
  right: HttpReply,
  changes: Readonly<Record<string, string | string[] | undefined>>,
): HttpReply {
  const headers: Record<string, string | string[]> = { ...right.headers }
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) delete headers[name]
    else headers[name] = value
  }
  return { ...right, headers }
}

import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { HttpReply } from './reply.ts'

/** Sends a proper answer: a HEAD gets the headers of the GET, and a 304 has no length. */
export function sendHttp(right: HttpReply, response: ServerResponse, method: string): void {
  const headers: Record<string, string | readonly string[]> = { ...right.headers }
  if (right.status !== 304 && !('transfer-encoding' in headers)) headers['content-length'] ??= String(right.body.length)
  // An empty length stands for "none", which a fault may want.
  if (headers['content-length'] === '') delete headers['content-length']
  response.writeHead(right.status, headers as Record<string, string | string[]>)
  response.end(method === 'HEAD' ? undefined : right.body)
}

/** The TCP connection below a response, of HTTP/1.1, TLS or HTTP/2. */
export function socketBelow(response: ServerResponse): Socket | undefined {
  const session: { socket?: Socket } | undefined = Reflect.get(Object(Reflect.get(response, 'stream')), 'session')
  return session?.socket ?? response.socket ?? undefined
}

import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { HttpReply, Reply, Wire } from './reply.ts'

/** Where an answer goes. */
export interface Recipient {
  readonly response: ServerResponse
  readonly method: string
  readonly httpVersion: string
  /** The TCP connection below TLS and HTTP/2, where it is known. */
  readonly tcp: Socket | undefined
}

/** Sends an answer, or does to the connection what a fault wants. */
export function send(answer: Reply, to: Recipient): void {
  switch (answer.kind) {
    case 'http':
      return sendHttp(answer, to)
    case 'wire':
      return answer.act(wireTo(to))
  }
}

/** A HEAD gets the headers of the GET; a 304 has no length. */
function sendHttp(answer: HttpReply, { response, method }: Recipient): void {
  const { 'content-length': length = String(answer.body.length), ...headers } = answer.headers
  const sized = length === 'none' || answer.status === 304 ? headers : { ...headers, 'content-length': length }
  response.writeHead(answer.status, sized)
  response.end(method === 'HEAD' ? undefined : answer.body)
}

function wireTo({ response, method, httpVersion, tcp }: Recipient): Wire {
  const { socket } = response
  const close = () => void (httpVersion === '2.0' ? tcp?.destroy() : socket?.destroySoon())
  return {
    response,
    method,
    // A stream of HTTP/2 has no bytes of its own: the closest to nonsense is the end of its connection.
    write: bytes => (httpVersion === '2.0' ? close() : void socket?.write(bytes)),
    close,
    reset: () => (tcp === undefined ? close() : void tcp.resetAndDestroy()),
  }
}

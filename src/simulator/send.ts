import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { frameOf } from './http2-frame.ts'
import type { HttpReply, Reply, Wire } from './reply.ts'

/** Where an answer goes. */
export interface Recipient {
  readonly response: ServerResponse
  readonly method: string
  readonly httpVersion: string
  /** The TCP connection below TLS and HTTP/2, where it is known. */
  readonly tcp: Socket | undefined
  /** Below HTTP/2, where one can write there. */
  readonly tls: TLSSocket | undefined
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

function wireTo({ response, method, httpVersion, tcp, tls }: Recipient): Wire {
  const isHttp2 = httpVersion === '2.0'
  const line = isHttp2 ? tls : response.socket
  // without a line of its own HTTP/2 ends with its connection
  const close = () => void (isHttp2 && line === undefined ? tcp?.destroy() : line?.destroySoon())
  const stream = streamOf(response)
  return {
    response,
    method,
    write: bytes => (line === undefined ? close() : void line?.write(bytes)),
    frame: frame => void line?.write(frameOf({ stream, ...frame })),
    close,
    reset: () => (tcp === undefined ? close() : void tcp.resetAndDestroy()),
  }
}

/** Number of the stream that an answer goes to; 0, the connection's, over HTTP/1.1. */
function streamOf(response: ServerResponse): number {
  const stream: unknown = Reflect.get(response, 'stream')
  const id: unknown = typeof stream === 'object' && stream !== null ? Reflect.get(stream, 'id') : 0
  return typeof id === 'number' ? id : 0
}

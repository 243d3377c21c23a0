import { fields, numbers } from '../http2-frame.ts'
import type { HttpReply, Wire } from '../reply.ts'
import type { AnswerFault, Fault } from './fault.ts'
import { doorAnswer, insideAnswer, spoil } from './make.ts'

// RFC 9113, 7
const code = { none: 0, protocol: 1, internal: 2, refused: 7, cancel: 8, calm: 11, http11: 13 } as const
const endHeaders = 4
const endAll = 5
const endStream = 1

/** What goes wrong in HTTP/2 alone: over HTTP/1.1 the answer is right. They are no part of `faults`. */
export const http2Faults = {
  'h2-refused-stream': reset(code.refused),
  'h2-internal-error': reset(code.internal),
  'h2-cancel': reset(code.cancel),
  'h2-no-error': reset(code.none),
  'h2-calm': reset(code.calm),
  'h2-protocol-error': reset(code.protocol),
  /** How a server asks for HTTP/1.1, as IIS does for client certificates. */
  'h2-http11-required': reset(code.http11),
  'h2-unknown-error': reset(0xdead),
  /** A server that drains: nothing more on this connection, and this request was not worked on. */
  'h2-goaway': onHttp2(wire => leave(wire, code.none)),
  /** The same, but the request is still answered. */
  'h2-goaway-late': lateGoaway(),
  'h2-goaway-internal': onHttp2(wire => leave(wire, code.internal)),
  'h2-goaway-calm': onHttp2(wire => leave(wire, code.calm)),
  'h2-goaway-http11': onHttp2(wire => leave(wire, code.http11)),
  'h2-reset-mid-body': halfway(code.internal),
  'h2-cancel-mid-body': halfway(code.cancel),
  'h2-no-error-mid-body': halfway(code.none),
  /** No frame that could be one. */
  'h2-nonsense': onHttp2(wire => wire.write('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')),
  'h2-frame-too-large': onHttp2(wire => wire.frame({ type: 'data', payload: Buffer.alloc(20_000) })),
  'h2-bad-hpack': onHttp2(wire => wire.frame({ type: 'headers', flags: endAll, payload: Buffer.alloc(4, 0xff) })),
  'h2-idle-stream': onHttp2(wire => wire.frame({ type: 'data', flags: endStream, stream: 9999, payload: hello })),
  'h2-window-zero': onHttp2(wire => wire.frame({ type: 'window', payload: numbers(0) })),
  'h2-push': onHttp2(wire => wire.frame({ type: 'push', flags: endHeaders, payload: numbers(2) })),
  'h2-without-status': onHttp2(wire =>
    wire.frame({ type: 'headers', flags: endAll, payload: fields({ 'x-odd': 'yes' }).subarray(1) }),
  ),
  /** A field of HTTP/1.1 (RFC 9113, 8.2.2), as careless proxies pass it on. */
  'h2-connection-header': onHttp2(wire =>
    wire.frame({ type: 'headers', flags: endAll, payload: fields({ connection: 'close' }) }),
  ),
  'h2-upper-case-header': onHttp2(wire =>
    wire.frame({ type: 'headers', flags: endAll, payload: fields({ 'X-Odd': 'yes' }) }),
  ),
  'h2-endless-headers': onHttp2(floodHeaders),
  'h2-more-than-length': onHttp2(wire => sized(wire, '2')),
  'h2-less-than-length': onHttp2(wire => sized(wire, '999')),
  /** PING without end, and no answer. */
  'h2-pings': onHttp2(wire => every(wire, () => wire.frame({ type: 'ping', stream: 0, payload: Buffer.alloc(8) }))),
  /** An interim answer (RFC 9110, 15.2) and another, and no last one. */
  'h2-early-hints': onHttp2(wire =>
    every(wire, () => wire.frame({ type: 'headers', flags: endHeaders, payload: earlyHints })),
  ),
} as const satisfies Record<string, Fault>

export type Http2FaultName = keyof typeof http2Faults

const hello = Buffer.from('hello')
// literal `:status: 103` with the indexed name 8
const earlyHints = Buffer.concat([Buffer.from([0x08, 3]), Buffer.from('103')])

function onHttp2(act: (wire: Wire, right: HttpReply) => void): AnswerFault {
  return doorAnswer(
    spoil((right, { ask }) => (ask.httpVersion === '2.0' ? { kind: 'wire', act: wire => act(wire, right) } : right)),
  )
}

function reset(reason: number): AnswerFault {
  return onHttp2(wire => wire.frame({ type: 'reset', payload: numbers(reason) }))
}

function leave(wire: Wire, reason: number): void {
  wire.frame({ type: 'goaway', stream: 0, payload: numbers(0, reason) })
  wire.close()
}

function lateGoaway(): AnswerFault {
  return onHttp2((wire, right) => {
    wire.frame({ type: 'goaway', stream: 0, payload: numbers(2 ** 31 - 1, code.none) })
    wire.response.writeHead(right.status, right.headers)
    wire.response.end(wire.method === 'HEAD' ? undefined : right.body)
  })
}

function halfway(reason: number): AnswerFault {
  return insideAnswer(
    spoil((right, { ask }) => {
      if (ask.httpVersion !== '2.0') return right
      return { kind: 'wire', act: wire => breakOff(wire, right, reason) }
    }),
  )
}

function breakOff(wire: Wire, { status, headers, body }: HttpReply, reason: number): void {
  wire.response.writeHead(status, { ...headers, 'content-length': String(body.length) })
  const half = body.subarray(0, Math.ceil(body.length / 2))
  wire.response.write(half, () => wire.frame({ type: 'reset', payload: numbers(reason) }))
}

function sized(wire: Wire, length: string): void {
  wire.frame({ type: 'headers', flags: endHeaders, payload: fields({ 'content-length': length }) })
  wire.frame({ type: 'data', flags: endStream, payload: hello })
}

function floodHeaders(wire: Wire): void {
  wire.frame({ type: 'headers', payload: fields({}) })
  every(wire, () => wire.frame({ type: 'continuation', payload: fields({ 'x-more': 'x'.repeat(100) }).subarray(1) }))
}

function every(wire: Wire, act: () => void): void {
  const timer = setInterval(act, 1)
  wire.response.on('close', () => clearInterval(timer))
}

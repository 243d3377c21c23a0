import { gzipSync } from 'node:zlib'
import { reply, withHeaders } from '../reply.ts'
import type { HttpReply, Reply, Wire } from '../reply.ts'
import type { AnswerFault, Fault, Scene } from './fault.ts'
import { doorAnswer, html, insideAnswer, spoil } from './make.ts'

const index = 'application/vnd.oci.image.index.v1+json'

/** What goes wrong while an answer is sent. */
export const bodyFaults = {
  'hang-mid-body': halfway(() => undefined),
  'close-mid-body': halfway(wire => wire.close()),
  'reset-mid-body': halfway(wire => wire.reset()),
  /** Content-Length promises more than comes. */
  'cut-body': inside(right => cut(right)),
  /** A byte every 50 ms. */
  'slow-drip': inside(right => ({ kind: 'wire', act: wire => drip(wire, right) })),
  /** White space without end, as valid as JSON can be up to there. */
  'endless-body': insideAnswer({ kind: 'wire', act: wire => flood(wire, { 'content-type': index }) }),
  'endless-error-body': insideAnswer({ kind: 'wire', act: wire => flood(wire, { 'content-type': 'text/plain' }, 404) }),
  'endless-headers': doorAnswer({ kind: 'wire', act: floodHeaders }),
  /** 64 KiB of headers in one. */
  'huge-headers': doorAnswer(spoil(right => withHeaders(right, { 'x-padding': 'x'.repeat(64 * 1024) }))),
  /** 64 KiB of headers in a thousand. */
  'many-headers': doorAnswer(spoil(right => withHeaders(right, manyHeaders()))),
  /** Right, but compressed though nobody asked for it. */
  gzip: inside(right => encoded(right, gzipSync(right.body))),
  /** 256 MiB of blanks in a quarter of a megabyte of gzip. */
  'gzip-bomb': inside(right => encoded(right, bomb())),
  'garbled-gzip': inside(right => encoded(right, Buffer.from('this is no gzip'))),
  'unknown-encoding': inside(right => withHeaders(right, { 'content-encoding': 'rot13' })),
  'without-length': inside(right => withHeaders(right, { 'content-length': 'none' })),
  'bad-chunk': insideAnswer({
    kind: 'wire',
    act: wire => wire.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n'),
  }),
  /** A page where the API should be: a portal, a UI's port, a parked domain. */
  'html-200': doorAnswer(html(200, 'Welcome')),
  'empty-200': insideAnswer(reply(200, Buffer.alloc(0), { 'content-type': index })),
  'status-204': insideAnswer(reply(204, Buffer.alloc(0))),
  'status-599': insideAnswer(reply(599, 'who knows')),
} as const satisfies Record<string, Fault>

function inside(change: (right: HttpReply, scene: Scene) => Reply): AnswerFault {
  return insideAnswer(spoil(change))
}

function halfway(then: (wire: Wire) => void): AnswerFault {
  return inside(right => ({
    kind: 'wire',
    act: wire => {
      wire.response.writeHead(right.status, { ...right.headers, 'content-length': String(right.body.length) })
      wire.response.write(right.body.subarray(0, Math.ceil(right.body.length / 2)), () => then(wire))
    },
  }))
}

function cut(right: HttpReply): Reply {
  const promised = String(right.body.length)
  return {
    kind: 'wire',
    act: wire => {
      wire.response.writeHead(right.status, { ...right.headers, 'content-length': promised })
      wire.response.write(right.body.subarray(0, -1), () => wire.close())
    },
  }
}

function drip({ response }: Wire, right: HttpReply): void {
  response.writeHead(right.status, { ...right.headers, 'content-length': String(right.body.length) })
  let sent = 0
  const timer = setInterval(() => {
    response.write(right.body.subarray(sent, sent + 1))
    sent += 1
    if (sent >= right.body.length) response.end()
  }, 50)
  response.on('close', () => clearInterval(timer))
}

function flood({ response }: Wire, headers: Record<string, string>, status = 200): void {
  const blank = Buffer.alloc(64 * 1024, ' ')
  const more = () => {
    if (!response.destroyed && response.write(blank)) setImmediate(more)
  }
  response.writeHead(status, headers)
  response.on('drain', more)
  more()
}

function floodHeaders(wire: Wire): void {
  wire.write('HTTP/1.1 200 OK\r\n')
  const timer = setInterval(() => wire.write(`X-More: ${'x'.repeat(4096)}\r\n`), 1)
  wire.response.socket?.on('error', () => undefined)
  wire.response.on('close', () => clearInterval(timer))
}

function manyHeaders(): Record<string, string> {
  return Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`x-padding-${at}`, 'x'.repeat(64)]))
}

function encoded(right: HttpReply, body: Buffer): HttpReply {
  return withHeaders({ ...right, body }, { 'content-encoding': 'gzip' })
}

/** Made of one compressed block said again and again: gzip members may follow one another (RFC 1952, 2.2). */
function bomb(): Buffer {
  const member = gzipSync(Buffer.alloc(16 << 20, ' '))
  return Buffer.concat(Array.from({ length: 16 }, () => member))
}

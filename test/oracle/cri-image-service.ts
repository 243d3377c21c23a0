import { once } from 'node:events'
import { connect, constants } from 'node:http2'
import type { ClientHttp2Session, IncomingHttpHeaders } from 'node:http2'
import { createConnection } from 'node:net'

/** What the kubelet passes with a pull: the one credential of this attempt. */
export interface PullAuth {
  readonly username: string
  readonly password: string
}

export type PullResult = { readonly kind: 'pulled' } | { readonly kind: 'failed'; readonly message: string }

/** The image service of a container runtime. */
export interface ImageService extends AsyncDisposable {
  pull(image: string, auth?: PullAuth): Promise<PullResult>
}

/** Connects to a runtime's socket: CRI's `runtime.v1.ImageService` over gRPC, of which one unary call is all we need. */
export function imageService(socket: string): ImageService {
  const session = connect('http://localhost', { createConnection: () => createConnection(socket) })
  // a runtime that ends takes its sessions with it; the call that was under way tells of it
  session.on('error', () => {})
  return {
    pull: (image, auth) => call(session, pullRequest(image, auth)),
    [Symbol.asyncDispose]: async () => session.destroy(),
  }
}

async function call(session: ClientHttp2Session, message: Buffer): Promise<PullResult> {
  const stream = session.request({
    [constants.HTTP2_HEADER_METHOD]: 'POST',
    [constants.HTTP2_HEADER_PATH]: '/runtime.v1.ImageService/PullImage',
    [constants.HTTP2_HEADER_CONTENT_TYPE]: 'application/grpc',
    te: 'trailers',
  })
  // a call that fails at once has its status in the headers, any other in the trailers
  let seen: IncomingHttpHeaders = {}
  const see = (headers: IncomingHttpHeaders) => void (seen = { ...seen, ...headers })
  stream.on('response', see)
  stream.on('trailers', see)
  stream.end(framed(message))
  stream.resume()
  await once(stream, 'close')
  if (seen['grpc-status'] === '0') return { kind: 'pulled' }
  return { kind: 'failed', message: decodeURIComponent(String(seen['grpc-message'] ?? 'no answer')) }
}

// PullImageRequest: image = 1 (ImageSpec: image = 1), auth = 2 (AuthConfig: username = 1, password = 2)
function pullRequest(image: string, auth: PullAuth | undefined): Buffer {
  const spec = field(1, field(1, image))
  return auth === undefined ? spec : Buffer.concat([spec, field(2, field(1, auth.username), field(2, auth.password))])
}

/** A length-delimited field (protobuf encoding). */
function field(number: number, ...contents: readonly (string | Buffer)[]): Buffer {
  const body = Buffer.concat(contents.map(content => Buffer.from(content)))
  return Buffer.concat([Buffer.from([number * 8 + 2]), varint(body.length), body])
}

function varint(value: number): Buffer {
  return value < 128 ? Buffer.from([value]) : Buffer.concat([Buffer.from([(value % 128) + 128]), varint(value >>> 7)])
}

// a flag for compression, and the length
function framed(message: Buffer): Buffer {
  const head = Buffer.alloc(5)
  head.writeUInt32BE(message.length, 1)
  return Buffer.concat([head, message])
}

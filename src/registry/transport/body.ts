import { Buffer } from 'node:buffer'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, zstdDecompress } from 'node:zlib'
import type { Failure } from './failure.ts'
import { failureOf } from './failure.ts'

export interface Body {
  readonly bytes: Buffer
  readonly failure?: Failure | undefined
}

/** Reads a body up to a number of bytes, and keeps what came when it breaks off. */
export async function readBody(stream: AsyncIterable<Buffer>, limit: number): Promise<Body> {
  const read: Reading = { chunks: [], size: 0 }
  try {
    await readInto(read, stream, limit)
  } catch (error) {
    const failure = failureOf(error)
    const cut = failure.code === 'connection-closed' || failure.code === 'connection-reset'
    return { bytes: Buffer.concat(read.chunks), failure: cut ? { ...failure, code: 'body-cut' } : failure }
  }
  if (read.size > limit) return tooLarge(read.chunks, limit)
  const [first] = read.chunks
  return { bytes: read.chunks.length === 1 && first !== undefined ? first : Buffer.concat(read.chunks) }
}

interface Reading {
  readonly chunks: Buffer[]
  size: number
}

async function readInto(read: Reading, stream: AsyncIterable<Buffer>, limit: number): Promise<void> {
  for await (const chunk of stream) {
    read.chunks.push(chunk)
    read.size += chunk.length
    // leaving the loop ends the stream, and with it the connection
    if (read.size > limit) return
  }
}

function tooLarge(chunks: readonly Buffer[], limit: number): Body {
  const detail = `the body is larger than ${limit} bytes`
  return { bytes: Buffer.concat(chunks, limit), failure: { code: 'body-too-large', detail } }
}

const decoders = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
  zstd: promisify(zstdDecompress),
} as const

/** Undoes a Content-Encoding that we did not ask for; never gives more than `limit` bytes. */
export async function decodeBody(body: Body, encoding: string, limit: number): Promise<Body> {
  const name = encoding.trim().toLowerCase()
  if (name === '' || name === 'identity' || body.bytes.length === 0 || body.failure !== undefined) return body
  if (!isKnown(name)) return undecodable(`the body has the unknown encoding ${name}`)
  try {
    return { bytes: await decoders[name](body.bytes, { maxOutputLength: limit }) }
  } catch (error) {
    const overflow = error instanceof RangeError
    if (overflow)
      return {
        bytes: Buffer.alloc(0),
        failure: { code: 'body-too-large', detail: `the body unpacks to more than ${limit} bytes` },
      }
    return undecodable(`the body is no ${name}`)
  }
}

function isKnown(name: string): name is keyof typeof decoders {
  return Object.hasOwn(decoders, name)
}

function undecodable(detail: string): Body {
  return { bytes: Buffer.alloc(0), failure: { code: 'body-invalid', detail } }
}

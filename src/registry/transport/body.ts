import { Buffer } from 'node:buffer'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, zstdDecompress } from 'node:zlib'
import type { Failure } from './failure.ts'
import { failureOf } from './failure.ts'

export interface Body {
  readonly bytes: Buffer
  readonly failure?: Failure | undefined
}

/** What was read of a body: all of it, what came before a failure, or as much as we take. */
export function bodyOf(
  chunks: readonly Buffer[],
  { limit, failure }: { readonly limit: number; readonly failure?: Failure | Error | undefined },
): Body {
  if (failure instanceof Error) return { bytes: Buffer.concat(chunks), failure: cutBy(failure) }
  if (failure !== undefined) return { bytes: Buffer.concat(chunks), failure }
  const [first] = chunks
  const bytes = chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks)
  return bytes.length > limit ? tooLarge(bytes, limit) : { bytes }
}

function cutBy(error: Error): Failure {
  const failure = failureOf(error)
  const isCut = failure.code === 'connection-closed' || failure.code === 'connection-reset'
  return isCut ? { ...failure, code: 'body-cut' } : failure
}

function tooLarge(bytes: Buffer, limit: number): Body {
  const detail = `the body is larger than ${limit} bytes`
  return { bytes: bytes.subarray(0, limit), failure: { code: 'body-too-large', detail } }
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

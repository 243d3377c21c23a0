import type { Ask } from './ask.ts'
import { ociError, reply } from './reply.ts'
import type { HttpReply } from './reply.ts'
import type { Repository } from './store.ts'

/** GET and HEAD of a blob, with a single byte range (RFC 9110, 14.2). */
export function serveBlob(ask: Ask, digest: string, repository: Repository | undefined): HttpReply {
  if (!/^sha256:[0-9a-f]{64}$/.test(digest))
    return ociError({ status: 400, code: 'DIGEST_INVALID', message: 'invalid checksum digest format' })
  const found = repository?.blobs.get(digest)
  if (found === undefined)
    return ociError({ status: 404, code: 'BLOB_UNKNOWN', message: 'blob unknown to registry', detail: { digest } })
  const headers = {
    'accept-ranges': 'bytes',
    'content-type': 'application/octet-stream',
    'docker-content-digest': digest,
  }
  const range = /^bytes=(\d+)-(\d*)$/.exec(ask.headers.range ?? '')
  if (range === null) return reply(200, found.bytes, headers)
  const total = found.bytes.length
  const first = Number(range[1])
  const last = Math.min(range[2] === '' ? Infinity : Number(range[2]), total - 1)
  if (first > last) return reply(416, '', { 'content-range': `bytes */${total}` })
  const part = found.bytes.subarray(first, last + 1)
  return reply(206, part, { ...headers, 'content-range': `bytes ${first}-${last}/${total}` })
}

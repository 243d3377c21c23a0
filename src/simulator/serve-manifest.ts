import type { Ask } from './ask.ts'
import type { Content } from './content.ts'
import { mediaTypes } from './media-types.ts'
import { ociError, reply } from './reply.ts'
import type { HttpReply, OciError } from './reply.ts'
import type { Repository } from './store.ts'

/** What manifest is asked for, and where it would be. */
export interface ManifestAsked {
  readonly ask: Ask
  readonly repository: string
  /** Tag or digest. */
  readonly reference: string
  readonly held: Repository | undefined
  /** Words the 404; `{repository}` and `{reference}` in it are replaced. */
  readonly missing: OciError | undefined
}

/** GET and HEAD of a manifest, with the Accept rules of distribution's registry/handlers/manifests.go. */
export function serveManifest(asked: ManifestAsked): HttpReply {
  const { reference, held } = asked
  if (reference.includes(':') && !/^sha256:[0-9a-f]{64}$/.test(reference)) {
    return ociError({ status: 400, code: 'DIGEST_INVALID', message: 'invalid checksum digest format' })
  }
  const digest = reference.includes(':') ? reference : held?.tags.get(reference)
  const found = digest === undefined ? undefined : held?.manifests.get(digest)
  return found === undefined ? unknownManifest(asked) : negotiate(found, asked)
}

function negotiate(found: Content, asked: ManifestAsked): HttpReply {
  const accepted = acceptedTypes(asked.ask.headers.accept)
  if (accepted.has(found.mediaType)) return answer(found, asked.ask)
  if (found.mediaType === mediaTypes.oci.manifest) return notAccepted('OCI manifest found', 'OCI manifests')
  if (found.mediaType === mediaTypes.oci.index) return notAccepted('OCI index found', 'OCI indexes')
  if (found.mediaType === mediaTypes.docker.index && !asked.reference.includes(':')) {
    const child = linuxAmd64(found, asked.held)
    return child === undefined ? unknownManifest(asked) : answer(child, asked.ask)
  }
  return answer(found, asked.ask)
}

function answer(found: Content, ask: Ask): HttpReply {
  const etag = `"${found.digest}"`
  const headers = { 'content-type': found.mediaType, 'docker-content-digest': found.digest, etag }
  if (ask.headers['if-none-match'] === etag) return reply(304, Buffer.alloc(0), headers)
  return reply(200, found.bytes, headers)
}

/** Parameters (q-values too) are ignored, and a wildcard accepts nothing, as in distribution. */
function acceptedTypes(accept: string | undefined): ReadonlySet<string> {
  return new Set((accept ?? '').split(',').map(type => type.replace(/;.*/, '').trim()))
}

function linuxAmd64(list: Content, held: Repository | undefined): Content | undefined {
  const entry = list.entries?.find(({ platform }) => platform?.os === 'linux' && platform.architecture === 'amd64')
  return entry === undefined ? undefined : held?.manifests.get(entry.digest)
}

function notAccepted(found: string, kind: string): HttpReply {
  const message = `${found}, but accept header does not support ${kind}`
  return ociError({ status: 404, code: 'MANIFEST_UNKNOWN', message })
}

function unknownManifest({ repository, reference, missing }: ManifestAsked): HttpReply {
  if (missing === undefined) {
    const detail = reference.includes(':') ? { Digest: reference } : { Tag: reference }
    return ociError({ status: 404, code: 'MANIFEST_UNKNOWN', message: 'manifest unknown', detail })
  }
  const message = missing.message.replace('{repository}', repository).replace('{reference}', reference)
  return ociError({ ...missing, message })
}

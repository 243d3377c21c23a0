import type { Ask } from './ask.ts'
import type { Content } from './content.ts'
import { mediaTypes } from './media-types.ts'
import { ociError, reply } from './reply.ts'
import type { HttpReply } from './reply.ts'
import type { Repository } from './store.ts'

/** GET and HEAD of a manifest, with the Accept rules of distribution's registry/handlers/manifests.go. */
export function serveManifest(ask: Ask, reference: string, repository: Repository | undefined): HttpReply {
  const digest = reference.includes(':') ? reference : repository?.tags.get(reference)
  if (reference.includes(':') && !/^sha256:[0-9a-f]{64}$/.test(reference)) {
    return ociError(400, 'DIGEST_INVALID', 'provided digest did not match uploaded content')
  }
  const found = digest === undefined ? undefined : repository?.manifests.get(digest)
  if (found === undefined) return unknownManifest(reference)
  return negotiate(found, { ask, reference, repository })
}

interface Asked {
  readonly ask: Ask
  readonly reference: string
  readonly repository: Repository | undefined
}

function negotiate(found: Content, asked: Asked): HttpReply {
  const accepted = acceptedTypes(asked.ask.headers.accept)
  if (accepted.has(found.mediaType)) return answer(found, asked.ask)
  if (found.mediaType === mediaTypes.oci.manifest) return notAccepted('OCI manifest found', 'OCI manifests')
  if (found.mediaType === mediaTypes.oci.index) return notAccepted('OCI index found', 'OCI indexes')
  if (found.mediaType === mediaTypes.docker.index && !asked.reference.includes(':')) {
    const child = linuxAmd64(found, asked.repository)
    return child === undefined ? unknownManifest(asked.reference) : answer(child, asked.ask)
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

function linuxAmd64(list: Content, repository: Repository | undefined): Content | undefined {
  const { manifests }: { manifests: { digest: string; platform?: { os: string; architecture: string } }[] } =
    JSON.parse(list.bytes.toString())
  const entry = manifests.find(({ platform }) => platform?.os === 'linux' && platform.architecture === 'amd64')
  return entry === undefined ? undefined : repository?.manifests.get(entry.digest)
}

function notAccepted(found: string, kind: string): HttpReply {
  return ociError(404, 'MANIFEST_UNKNOWN', `${found}, but accept header does not support ${kind}`)
}

function unknownManifest(reference: string): HttpReply {
  const detail = reference.includes(':') ? { Digest: reference } : { Tag: reference }
  return ociError(404, 'MANIFEST_UNKNOWN', 'manifest unknown', detail)
}

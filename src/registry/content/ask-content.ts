import type { Buffer } from 'node:buffer'
import { failed } from '../diagnosis/cause.ts'
import { objectOf, readPlatform } from './descriptor.ts'
import { digestOf } from './digest.ts'
import { header, mediaTypeOf } from '../transport/http.ts'
import type { HttpResponse } from '../transport/http.ts'
import type { Reply } from '../inquiry.ts'
import { acceptManifests, kindOfMediaType } from './media-types.ts'
import type { Outcome } from '../diagnosis/outcome.ts'
import { causeOf, flawOf, goodResponse, headOrGet, repositoryOf, statedDigest } from '../reading.ts'
import type { Desk } from '../reading.ts'
import type { Trail } from '../diagnosis/trail.ts'
import type { Target } from '../types.ts'
import type { Descriptor, ImageConfig } from './types.ts'

interface ContentQuestion {
  readonly target: Target
  readonly trail: Trail
}

// enough for an error body; what is behind a good answer is not read
const refusalLimit = 64 * 1024
// containers/image takes configs of 4 MiB (internal/iolimits)
const configLimit = 4 * 1024 * 1024

/** Whether a manifest is there. */
export async function askChild(
  { target, trail }: ContentQuestion,
  digest: string,
  desk: Desk,
): Promise<Outcome<Descriptor>> {
  const inquiry = {
    target,
    trail,
    path: `/manifests/${digest}`,
    headers: { accept: acceptManifests },
    bodyLimit: refusalLimit,
  }
  const byHead = await headOrGet(desk.inquirer, inquiry)
  const reply = isEmptyWord(byHead, digest) ? await desk.inquirer.ask({ ...inquiry, method: 'GET' }) : byHead
  const good = goodResponse(reply)
  return good === undefined ? causeOf(reply, desk.now()) : { kind: 'value', value: described(good, digest) }
}

/** A 200 that names neither the digest nor the type of a manifest: there are servers that say so to every HEAD. */
function isEmptyWord(reply: Reply, digest: string): boolean {
  const good = goodResponse(reply)
  if (good === undefined || statedDigest(good) === digest) return false
  const kind = kindOfMediaType(mediaTypeOf(good.headers))
  return kind !== 'index' && kind !== 'manifest'
}

/** Whether a blob is there, where its redirect leads to. Presigned addresses often allow GET alone. */
export async function askBlob(
  { target, trail }: ContentQuestion,
  digest: string,
  desk: Desk,
): Promise<Outcome<Descriptor>> {
  const inquiry = { target, trail, path: `/blobs/${digest}`, bodyLimit: refusalLimit }
  const reply = await headOrGet(desk.inquirer, inquiry, { ...inquiry, headers: { range: 'bytes=0-0' } })
  const good = goodResponse(reply)
  if (good !== undefined) return { kind: 'value', value: described(good, digest) }
  // only an empty blob has no first byte (RFC 9110, 15.5.17)
  const empty = reply.kind === 'response' && reply.response.status === 416
  return empty ? { kind: 'value', value: described(reply.response, digest) } : causeOf(reply, desk.now())
}

function described(response: HttpResponse, digest: string): Descriptor {
  const total = /\/(\d{1,15})$/.exec(header(response.headers, 'content-range') ?? '')?.[1]
  const size = Number(total ?? header(response.headers, 'content-length') ?? 0)
  return { mediaType: mediaTypeOf(response.headers), digest, size: Number.isSafeInteger(size) ? size : 0 }
}

/** What a tag stands for now. A HEAD costs no pull, and whatever else it ends in is nobody's trouble. */
export async function askTag(
  { target, trail }: ContentQuestion,
  tag: string,
  desk: Desk,
): Promise<Outcome<Descriptor>> {
  const headers = { accept: acceptManifests }
  const inquiry = {
    target,
    trail,
    path: `/manifests/${tag}`,
    headers,
    bodyLimit: refusalLimit,
    method: 'HEAD',
  } as const
  const reply = await desk.inquirer.ask(inquiry)
  const good = goodResponse(reply)
  if (reply.kind === 'cause' || good === undefined) return causeOf(reply, desk.now())
  desk.quotas.note(target.host.registry, good.headers)
  const digest = statedDigest(good)
  if (digest !== undefined) return { kind: 'value', value: described(good, digest) }
  const { url, at } = reply
  return failed('body-invalid', { host: url.host, at, status: good.status, detail: 'the answer names no digest' })
}

/** What an image config states (OCI image spec, config.md). */
export async function askConfig(
  question: ContentQuestion,
  config: Descriptor,
  desk: Desk,
): Promise<Outcome<ImageConfig>> {
  const { target, trail } = question
  const kept = await desk.contents.read(config.digest)
  if (kept !== undefined) {
    const there = await askBlob(question, config.digest, desk)
    return there.kind === 'value' ? readConfig(kept, { host: target.host.authority, at: 'registry' }, desk) : there
  }
  const inquiry = { target, trail, path: `/blobs/${config.digest}`, bodyLimit: configLimit }
  const reply = await desk.inquirer.ask({ ...inquiry, method: 'GET' })
  if (reply.kind === 'cause' || goodResponse(reply) === undefined) return causeOf(reply, desk.now())
  const flaw = flawOf(reply)
  if (flaw !== undefined) return flaw
  const { response, url, at } = reply
  const facts = { host: url.host, at, status: response.status }
  if (digestOf(response.body, config.digest) !== config.digest)
    return failed('body-invalid', { ...facts, detail: 'the image config has another digest' })
  const open = target.as.kind === 'anonymous'
  desk.contents.keep(config.digest, response.body, { repository: repositoryOf(target), open })
  return readConfig(response.body, facts, desk)
}

function readConfig(
  body: Buffer,
  facts: Omit<Parameters<typeof failed>[1], 'detail'>,
  { allowance }: Desk,
): Outcome<ImageConfig> {
  const document = parse(body)
  const platform = readPlatform(document)
  const diffIds = objectOf(objectOf(document)?.['rootfs'])?.['diff_ids']
  if (typeof platform === 'string') return failed('body-invalid', { ...facts, detail: `the image config ${platform}` })
  const config = { ...platform, diffIds: Array.isArray(diffIds) ? diffIds.length : undefined }
  return allowance.weigh(config, body.length, facts)
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString())
  } catch {
    return undefined
  }
}

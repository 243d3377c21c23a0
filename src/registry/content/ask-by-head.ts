import { askManifest } from './ask-manifest.ts'
import { failed } from '../diagnosis/cause.ts'
import type { Cause } from '../diagnosis/cause.ts'
import { isDigest } from './digest.ts'
import { header, mediaTypeOf } from '../transport/http.ts'
import type { HttpHeaders } from '../transport/http.ts'
import type { Reply } from '../inquiry.ts'
import { largestManifest, tooLarge } from './manifest.ts'
import { acceptManifests, kindOfMediaType } from './media-types.ts'
import { causeOf } from '../reading.ts'
import type { Desk } from '../reading.ts'
import type { Outcome } from '../diagnosis/outcome.ts'
import type { Trail } from '../diagnosis/trail.ts'
import type { AsRead, Target } from '../types.ts'
import type { Answer } from '../answers/types.ts'
import type { Manifest } from './types.ts'

interface HeadQuestion {
  readonly target: Target
  readonly reference: string
  readonly trail: Trail
  /** What GET gave. */
  readonly read: Answer<Manifest>
}

type ByHead = Outcome<Manifest | AsRead>

const asRead: ByHead = { kind: 'value', value: { kind: 'as-read' } }

/**
 * What containerd makes of a reference: it resolves by HEAD, and takes digest, type and size from the headers
 * (core/remotes/docker/resolver.go). Only a good answer or an absence by GET can become another thing by that.
 */
export async function askByHead(question: HeadQuestion, desk: Desk): Promise<ByHead> {
  const { read, target } = question
  const isOpen = read.kind === 'absent' || (read.kind === 'found' && !isSettled(read.value))
  if (!isOpen) return asRead
  return (await desk.heads.unlessBelieved(target, () => compare(question, desk))) ?? asRead
}

/** What no header can change: it was not read, or nobody takes so much. */
function isSettled(manifest: Manifest): boolean {
  return manifest.kind === 'unread' || (manifest.kind === 'invalid' && manifest.why === 'too-large')
}

async function compare(question: HeadQuestion, desk: Desk): Promise<ByHead> {
  const { target, reference, trail, read } = question
  const inquiry = { target, trail, path: `/manifests/${reference}`, headers: { accept: acceptManifests } }
  const reply = await desk.inquirer.ask({ ...inquiry, method: 'HEAD', bodyLimit: 0 })
  const outcome = isGood(reply) ? await follow(question, reply.response.headers, desk) : failing(reply, read, desk)
  if (outcome !== asRead) desk.heads.distrust(target)
  else if (read.kind === 'found') desk.heads.trust(target)
  return outcome
}

type Answered = Extract<Reply, { kind: 'response' }>

function isGood(reply: Reply): reply is Answered {
  return reply.kind === 'response' && reply.response.status >= 200 && reply.response.status < 300
}

/** A refused HEAD ends the matter for containerd; 405 alone has it ask by GET. */
function failing(reply: Reply, read: Answer<Manifest>, desk: Desk): ByHead {
  if (read.kind !== 'found') return asRead
  if (reply.kind === 'cause') return reply.cause
  const { status } = reply.response
  if (status === 405) return asRead
  const isFinal = (status >= 400 && status < 500 && status !== 408 && status !== 429) || status === 501
  return isFinal ? refusedHead(reply) : causeOf(reply, desk.now())
}

function refusedHead({ response: { status }, url, at }: Answered): Cause {
  const detail = `HEAD is answered ${status}, and GET with the manifest`
  return failed('head-refused', { host: url.host, at, status, detail })
}

interface Said {
  readonly digest: string
  readonly mediaType: string
  readonly size: number
}

/** What is fetched after a good HEAD. */
async function follow(question: HeadQuestion, headers: HttpHeaders, desk: Desk): Promise<ByHead> {
  const { reference, read } = question
  const said = saidBy(headers, reference)
  if (said === undefined) return asRead
  const { digest, mediaType, size } = said
  if (!isDigest(digest)) return flawed(said, `HEAD states the digest ${digest}, which is none`)
  if (size > largestManifest) return { kind: 'value', value: tooLarge({ digest, mediaType }, `${size} bytes by HEAD`) }
  if (read.kind === 'absent') return isDigest(reference) ? asRead : fetched(question, said, desk)
  const isSame = read.kind === 'found' && read.value.digest === digest && read.value.mediaType === mediaType
  // what was read is not for certain what is served now
  return isSame && (await sized(said, desk)) === asRead ? asRead : fetched(question, said, desk)
}

/** Nothing where containerd takes all of it from a GET: without a length, or without the digest of a tag. */
function saidBy(headers: HttpHeaders, reference: string): Said | undefined {
  const length = header(headers, 'content-length')
  const digest = isDigest(reference) ? reference : header(headers, 'docker-content-digest')
  if (length === undefined || !/^\d{1,15}$/.test(length) || !digest) return undefined
  return { digest, mediaType: mediaTypeOf(headers), size: Number(length) }
}

async function sized(said: Said, desk: Desk): Promise<ByHead> {
  const body = await desk.contents.read(said.digest)
  if (body === undefined || body.length === said.size) return asRead
  return flawed(said, `HEAD states a length of ${said.size}, and there are ${body.length} bytes`)
}

/** The content that the HEAD names, by its digest and type. */
async function fetched(question: HeadQuestion, said: Said, desk: Desk): Promise<ByHead> {
  const { digest, mediaType } = said
  const kind = kindOfMediaType(mediaType)
  // other types are looked for among the blobs, and what has the type of schema 1 alone is none
  if (kind === 'other' || kind === 'schema-1')
    return { kind: 'value', value: { kind: 'unsupported', why: 'media-type', mediaType, digest } }
  const { target, trail } = question
  const outcome = await askManifest({ target, trail, reference: digest, mediaType, accept: `${mediaType}, */*` }, desk)
  if (outcome.kind === 'absent')
    return flawed(said, `HEAD states ${digest} as ${mediaType}, and the registry holds no such manifest`)
  if (outcome.kind !== 'value') return outcome
  const flaw = await sized(said, desk)
  return flaw === asRead ? outcome : flaw
}

function flawed({ digest, mediaType }: Said, detail: string): ByHead {
  return { kind: 'value', value: { kind: 'invalid', why: 'headers', detail, digest, mediaType } }
}

import type { Buffer } from 'node:buffer'
import type { Cause } from '../diagnosis/cause.ts'
import { digestOf, isDigest } from './digest.ts'
import { header, mediaTypeOf } from '../transport/http.ts'
import type { HttpResponse } from '../transport/http.ts'
import type { Inquiry, Reply } from '../inquiry.ts'
import { manifestReadLimit, readManifest, tooLarge } from './manifest.ts'
import { acceptManifests } from './media-types.ts'
import { causeOf, flawOf, goodResponse, repositoryOf, statedDigest } from '../reading.ts'
import type { Desk } from '../reading.ts'
import type { Outcome } from '../diagnosis/outcome.ts'
import type { Trail } from '../diagnosis/trail.ts'
import type { Target } from '../types.ts'
import type { Manifest } from './types.ts'

interface ManifestQuestion {
  readonly target: Target
  readonly reference: string
  /** As an index names it, where one does. */
  readonly mediaType?: string | undefined
  /** Types to ask for; default all that a manifest may have. */
  readonly accept?: string | undefined
  readonly trail: Trail
}

/** Resolves a reference and reads its manifest: by HEAD where the body may be known already, else by GET at once. */
export async function askManifest(question: ManifestQuestion, desk: Desk): Promise<Outcome<Manifest>> {
  const known = await knownByHead(question, desk)
  if (known !== undefined) return known
  const reply = await getManifest(question, desk)
  if (goodResponse(reply) !== undefined) return readReply(question, reply, desk)
  const cause = causeOf(reply, desk.now())
  return cause.kind === 'limited' && cause.quota === 'pulls' ? unreadByHead(question, cause, desk) : cause
}

/** The answer of a HEAD whose digest stands for a body that we hold. */
async function knownByHead(question: ManifestQuestion, desk: Desk): Promise<Outcome<Manifest> | undefined> {
  const { target, reference } = question
  if (!(await mayBeKnown(question, desk))) return undefined
  const reply = await desk.inquirer.ask({ ...inquiryOf(question), method: 'HEAD' })
  if (reply.kind === 'cause') return reply.cause
  desk.quotas.note(target.host.registry, reply.response.headers)
  if (reply.response.status === 429) return causeOf(reply, desk.now())
  const head = goodResponse(reply)
  const digest = isDigest(reference) ? reference : head && statedDigest(head)
  const bytes = head && digest !== undefined ? await desk.contents.read(digest) : undefined
  if (head === undefined || bytes === undefined || !hasLength(head, bytes.length)) return undefined
  desk.heads.trust(target)
  const manifest = readManifest({ bytes, mediaType: typeOf(question, head), asked: digest })
  return desk.allowance.weigh(manifest, bytes.length, factsOf(reply))
}

function hasLength({ headers }: HttpResponse, length: number): boolean {
  return Number(header(headers, 'content-length') ?? length) === length
}

async function mayBeKnown({ target, reference }: ManifestQuestion, { contents, quotas }: Desk): Promise<boolean> {
  if (isDigest(reference)) return (await contents.read(reference)) !== undefined
  const repository = repositoryOf(target)
  return quotas.isNearEnd(target.host.registry) || contents.mayHold(repository, `${repository}:${reference}`)
}

async function getManifest(question: ManifestQuestion, desk: Desk): Promise<Reply> {
  const reply = await desk.inquirer.ask({ ...inquiryOf(question), method: 'GET' })
  if (reply.kind === 'response') {
    desk.manifestGets += 1
    desk.quotas.note(question.target.host.registry, reply.response.headers)
  }
  return reply
}

function inquiryOf({ target, reference, trail, accept = acceptManifests }: ManifestQuestion): Omit<Inquiry, 'method'> {
  const headers = { accept }
  return { target, path: `/manifests/${reference}`, headers, bodyLimit: manifestReadLimit, trail }
}

async function readReply(question: ManifestQuestion, reply: Reply, desk: Desk): Promise<Outcome<Manifest>> {
  if (reply.kind === 'cause') return reply.cause
  const { response } = reply
  const mediaType = typeOf(question, response)
  const asked = isDigest(question.reference) ? question.reference : undefined
  const stated = asked ?? statedDigest(response)
  if (response.bodyFailure?.code === 'body-too-large')
    return {
      kind: 'value',
      value: tooLarge({ mediaType, digest: stated ?? '' }, `more than ${manifestReadLimit} bytes`),
    }
  const flaw = flawOf(reply)
  if (flaw !== undefined) return flaw
  const manifest = readManifest({ bytes: response.body, mediaType, asked })
  if (manifest.kind === 'invalid' && manifest.why === 'digest-mismatch') return { kind: 'value', value: manifest }
  keep(question, response.body, desk)
  if (contradictsItself(response, manifest)) desk.heads.distrust(question.target)
  return desk.allowance.weigh(manifest, response.body.length, factsOf(reply))
}

function factsOf({ url, at, response: { status } }: Extract<Reply, { kind: 'response' }>) {
  return { host: url.host, at, status }
}

function typeOf({ mediaType }: ManifestQuestion, { headers }: HttpResponse): string {
  return mediaType ?? mediaTypeOf(headers)
}

// what goes by the headers, as containerd does, comes to another end
function contradictsItself({ headers }: HttpResponse, { digest }: Manifest): boolean {
  const stated = header(headers, 'docker-content-digest')
  return stated !== undefined && stated !== digest
}

function keep({ target, reference }: ManifestQuestion, body: Buffer, { contents }: Desk): void {
  const repository = repositoryOf(target)
  const digest = digestOf(body, isDigest(reference) ? reference : undefined)
  contents.noteRead(`${repository}:${reference}`)
  contents.keep(digest, body, { repository, open: target.as.kind === 'anonymous' })
}

/** No pull is left, but a HEAD costs none: the image is there, and its content can't be looked at. */
async function unreadByHead(question: ManifestQuestion, limited: Cause, desk: Desk): Promise<Outcome<Manifest>> {
  const reply = await desk.inquirer.ask({ ...inquiryOf(question), method: 'HEAD' })
  const head = goodResponse(reply)
  const digest = isDigest(question.reference) ? question.reference : head && statedDigest(head)
  if (head === undefined || digest === undefined) return limited
  const because = { ...limited, trail: question.trail.records }
  return { kind: 'value', value: { kind: 'unread', mediaType: typeOf(question, head), digest, because } }
}

import { failed } from './diagnosis/cause.ts'
import type { Cause } from './diagnosis/cause.ts'
import { diagnose } from './diagnosis/diagnose.ts'
import { header, mediaTypeOf } from './transport/http.ts'
import type { HttpResponse } from './transport/http.ts'
import type { Allowance } from './content/allowance.ts'
import type { Contents } from './cache/contents.ts'
import { isDigest } from './content/digest.ts'
import type { Heads } from './content/heads.ts'
import type { Inquirer } from './inquirer.ts'
import type { Inquiry, Reply } from './inquiry.ts'
import type { Quotas } from './pace/quota.ts'
import type { Target } from './types.ts'

/** What the questions of a run share. */
export interface Desk {
  readonly inquirer: Inquirer
  readonly contents: Contents
  readonly allowance: Allowance
  readonly quotas: Quotas
  readonly heads: Heads
  readonly now: () => number
  /** Manifests read by GET so far: what quotas count. */
  manifestGets: number
}

/** `registry/repository`: under which names contents are kept. */
export function repositoryOf({ host, repository }: Target): string {
  return `${host.registry}/${repository}`
}

/** A good answer, or nothing. */
export function goodResponse(reply: Reply): HttpResponse | undefined {
  return reply.kind === 'response' && (reply.response.status === 200 || reply.response.status === 206)
    ? reply.response
    : undefined
}

/** The digest that the registry states, if it states one. */
export function statedDigest(response: HttpResponse): string | undefined {
  const digest = header(response.headers, 'docker-content-digest')
  return digest !== undefined && isDigest(digest) ? digest : undefined
}

/** Why a good status is no good answer all the same: a page for people, or a body that broke off. */
export function flawOf(reply: Extract<Reply, { kind: 'response' }>): Cause | undefined {
  const { response, url, at } = reply
  const facts = { host: url.host, at, status: response.status }
  if (mediaTypeOf(response.headers) === 'text/html')
    return failed('not-a-registry', { ...facts, detail: 'the answer is an HTML page' })
  if (response.bodyFailure === undefined) return undefined
  return failed(response.bodyFailure.code, { ...facts, detail: response.bodyFailure.detail })
}

/**
 * HEAD, and where that is refused the same by GET: a HEAD has no body to say why, and some servers refuse just the
 * HEAD. A clean 429 is left alone.
 */
export async function headOrGet(inquirer: Inquirer, inquiry: Omit<Inquiry, 'method'>, get = inquiry): Promise<Reply> {
  const reply = await inquirer.ask({ ...inquiry, method: 'HEAD' })
  if (reply.kind === 'cause' || reply.response.status < 400 || reply.response.status === 429) return reply
  return inquirer.ask({ ...get, method: 'GET' })
}

/** The 401 of a reply, and everything else that is not what was asked for, as a cause. */
export function causeOf(reply: Reply, now: number): Cause {
  if (reply.kind === 'cause') return reply.cause
  const { response, url, at, tokenIssued } = reply
  return diagnose({ response, host: url.host, at, tokenIssued, now })
}

import { failed } from './cause.ts'
import type { Cause, Place } from './cause.ts'
import { readErrorBody } from './error-body.ts'
import type { ErrorBody } from './error-body.ts'
import type { HttpResponse } from '../transport/http.ts'
import { isLimit, readLimit } from '../pace/limit.ts'
import type { Absent } from '../answers/types.ts'

/** An answer that is not what was asked for, with the circumstances. */
export interface Rejection {
  readonly response: HttpResponse
  /** `host[:port]` that wrote it. */
  readonly host: string
  readonly at: Place
  readonly tokenIssued: boolean
  readonly now: number
}

interface Evidence extends Rejection {
  readonly status: number
  readonly body: ErrorBody
}

interface Rule {
  readonly when: (evidence: Evidence) => boolean
  readonly cause: (evidence: Evidence) => Cause
}

/** Addresses that are refused as such: ACR's firewall and Google's edge. That says nothing about the nodes. */
const aboutRunner = /client with ip .{2,45} is not allowed|your client does not have permission to get url/i

/** Policies of Xray, Harbor, Artifactory and Nexus Firewall: the image is known, and forbidden. */
const aboutImage = /blocking policy|xray|quarantin|vulnerabilit|content trust|not signed|curation/i

const nameCodes: ReadonlySet<string> = new Set(['NAME_INVALID', 'TAG_INVALID', 'DIGEST_INVALID'])
const needsCertificate = /no required ssl certificate|ssl certificate error|client certificate/i
/** What caches make of a refusal by the registry behind them: distribution 500 with its errors, Quay 400 with its text. */
const refusedUpstream = /\(.*"(?:DENIED|UNAUTHORIZED)".*\)|^upstream: (?:unauthorized|denied)/i
const plainToTls = /http request (was sent )?to (an )?https (server|port)/i

/** First match wins; the last rule takes what no other did. */
const rules: readonly Rule[] = [
  { when: ({ response }) => isLimit(response), cause: ({ response, now }) => readLimit(response, now) },
  { when: ({ response }) => wantsTls(response), cause: fails('https-expected') },
  { when: status(400, ({ body }) => needsCertificate.test(body.message)), cause: fails('tls-client-certificate') },
  { when: status(400, ({ body }) => body.codes.some(code => nameCodes.has(code))), cause: absent },
  { when: status(401), cause: refused },
  { when: status(403, ({ body }) => aboutRunner.test(body.message)), cause: blocked('runner') },
  { when: status(403, ({ body }) => aboutImage.test(body.message)), cause: blocked('image') },
  // what storage says of a signature, or of where the caller is
  { when: status(403, ({ at }) => at === 'redirect'), cause: fails('redirect-refused') },
  { when: status(403, ({ body }) => !body.html), cause: refused },
  { when: status(404, ({ body }) => body.byRegistry), cause: absent },
  { when: status(410, ({ body }) => body.byRegistry), cause: absent },
  // Quay: a namespace that was disabled, and a repository that holds no images, whoever asks
  { when: status(405, ({ body }) => body.codes.some(isForbidding)), cause: blocked('image') },
  { when: status(412), cause: blocked('image') },
  { when: status(451), cause: blocked('image') },
  { when: status(407), cause: fails('proxy-authentication') },
  {
    when: ({ status, body }) => isFromCache(status) && refusedUpstream.test(body.message),
    cause: fails('upstream-refused'),
  },
  { when: ({ status }) => status >= 500 || status === 408 || status === 499, cause: fails('server-error') },
  { when: ({ status, body }) => status >= 400 && body.byRegistry, cause: fails('server-error') },
  { when: () => true, cause: fails('not-a-registry') },
]

function isForbidding(code: string): boolean {
  return code === 'DENIED' || code === 'UNSUPPORTED'
}

function isFromCache(status: number): boolean {
  return status === 500 || status === 400
}

/** The answer of a port that speaks TLS to a plain request (net/http of Go, nginx). */
export function wantsTls(response: HttpResponse): boolean {
  return response.status === 400 && plainToTls.test(readErrorBody(response).message)
}

/** Names the cause of an answer that is not what was asked for. */
export function diagnose(rejection: Rejection): Cause {
  const evidence = { ...rejection, status: rejection.response.status, body: readErrorBody(rejection.response) }
  const rule = rules.find(({ when }) => when(evidence))
  return rule === undefined ? fails('not-a-registry')(evidence) : rule.cause(evidence)
}

function status(code: number, and: (evidence: Evidence) => boolean = () => true): Rule['when'] {
  return evidence => evidence.status === code && and(evidence)
}

function fails(code: Parameters<typeof failed>[0]): Rule['cause'] {
  return ({ status, body, host, at }) =>
    failed(code, {
      host,
      at: status === 407 ? 'proxy' : at,
      status,
      detail: body.message || `HTTP ${status} without a text`,
    })
}

function blocked(about: 'image' | 'runner'): Rule['cause'] {
  return ({ status, body }) => ({ kind: 'blocked', status, about, message: body.message })
}

function refused({ status, body, at, tokenIssued }: Evidence): Cause {
  const by = at === 'token-endpoint' ? at : 'registry'
  return { kind: 'refused', status, by, tokenIssued, codes: body.codes, message: body.message }
}

function absent({ body, response }: Evidence): Cause {
  const mayHide = isArtifactory(response) || undefined
  return { kind: 'absent', missing: missingBy(body.codes), codes: body.codes, message: body.message, mayHide }
}

/** Its setting "hide existence of unauthorized resources" makes a 404 of a 401. */
function isArtifactory({ headers }: HttpResponse): boolean {
  return headers['x-jfrog-version'] !== undefined || headers['x-artifactory-id'] !== undefined
}

const missingThing: Readonly<Record<string, Absent['missing']>> = {
  NAME_UNKNOWN: 'repository',
  NAME_INVALID: 'repository',
  MANIFEST_UNKNOWN: 'manifest',
  TAG_EXPIRED: 'manifest',
  TAG_INVALID: 'manifest',
  DIGEST_INVALID: 'manifest',
}

function missingBy(codes: readonly string[]): Absent['missing'] {
  return codes.map(code => missingThing[code.toUpperCase()]).find(thing => thing !== undefined) ?? 'unclear'
}

import { createHash } from 'node:crypto'
import type { Buffer } from 'node:buffer'
import type { Secret } from '../../secret.ts'
import type { Failure } from './failure.ts'
import type { Reach } from './reach.ts'
import type { FailureCode } from '../answers/types.ts'

/** How the server's certificate is checked, and with which of ours. */
export interface TlsProfile {
  readonly verify: boolean
  /** PEM, besides the roots that the run trusts. */
  readonly ca?: string | undefined
  readonly client?: { readonly certificate: string; readonly key: Secret } | undefined
}

/** One request on the wire; redirects are answers like any other. */
export interface HttpRequest {
  readonly url: URL
  readonly method: 'GET' | 'HEAD' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | undefined
  readonly tls: TlsProfile
  readonly reach: Reach
  /** Bytes of the body that are read at most, after decompression too. */
  readonly bodyLimit: number
}

export type HttpHeaders = Readonly<Record<string, string | readonly string[] | undefined>>

export interface HttpResponse {
  readonly kind: 'response'
  readonly status: number
  readonly headers: HttpHeaders
  readonly body: Buffer
  /** The certificate is good only by an authority that this process was told of. */
  readonly onlyRunnerTrusts?: true | undefined
  /** Why `body` is not the whole of it. */
  readonly bodyFailure?: Failure | undefined
}

export interface HttpFailure {
  readonly kind: 'failure'
  readonly code: FailureCode
  readonly detail: string
  /** `host[:port]` of what failed: the server or the proxy. */
  readonly host: string
  readonly atProxy: boolean
}

export type HttpResult = HttpResponse | HttpFailure

/** The first value of a header. */
export function header(headers: HttpHeaders, name: string): string | undefined {
  const value = headers[name]
  return typeof value === 'object' ? value[0] : value
}

/** The media type of a body: without parameters, in lower case. */
export function mediaTypeOf(headers: HttpHeaders): string {
  return (header(headers, 'content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

const tlsKeys = new WeakMap<TlsProfile, string>()

/** Equal for profiles that check alike; holds nothing secret. */
export function tlsKey(tls: TlsProfile): string {
  const known = tlsKeys.get(tls)
  if (known !== undefined) return known
  const own = JSON.stringify([tls.ca, tls.client?.certificate, tls.client?.key.fingerprint()])
  const key = `${tls.verify} ${createHash('sha256').update(own).digest('base64')}`
  tlsKeys.set(tls, key)
  return key
}

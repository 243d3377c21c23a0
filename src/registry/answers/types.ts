/** One request that was sent, without anything secret in it. */
export interface RequestRecord {
  readonly method: string
  readonly url: string
  /** Absent when no answer came; then `failure` says why. */
  readonly status?: number | undefined
  readonly failure?: FailureCode | undefined
  /** Codes of the distribution error body, e.g. `MANIFEST_UNKNOWN`. */
  readonly codes: readonly string[]
  /** `none`, `runner` or `secret:<name>`. */
  readonly credentials: string
  /** The server's certificate is good only by an authority that the runner was told of. */
  readonly onlyRunnerTrusts?: true | undefined
}

interface Answered {
  readonly trail: readonly RequestRecord[]
}

/** What a registry said to one question. Never thrown; the cause is kept, not an error text. */
export type Answer<T> = Found<T> | Absent | Refused | Blocked | Limited | Failed

export interface Found<T> extends Answered {
  readonly kind: 'found'
  readonly value: T
}

/** A registry wrote a 404. */
export interface Absent extends Answered {
  readonly kind: 'absent'
  /** What the registry's own error code says is missing; `unclear` where the code does not tell. */
  readonly missing: 'repository' | 'manifest' | 'unclear'
  /** Written by a product that can be set to say so of what the caller has no right to see. */
  readonly mayHide?: true | undefined
  readonly codes: readonly string[]
  readonly message: string
}

/** 401 or 403 after everything that the access allows was tried. */
export interface Refused extends Answered {
  readonly kind: 'refused'
  readonly status: number
  readonly by: 'registry' | 'token-endpoint'
  /** Whether a token was issued before the refusal. */
  readonly tokenIssued: boolean
  readonly codes: readonly string[]
  readonly message: string
}

/** The registry knows the answer and forbids it by policy: 412, 451, scanner, firewall. */
export interface Blocked extends Answered {
  readonly kind: 'blocked'
  readonly status: number
  /** `runner`: it is our address that is refused, which says nothing about the nodes. */
  readonly about: 'image' | 'runner'
  readonly message: string
}

/** 429, from the registry or its token endpoint. */
export interface Limited extends Answered {
  readonly kind: 'limited'
  readonly quota: 'pulls' | 'requests' | 'data'
  /** Milliseconds the registry asked us to wait, where it said so. */
  readonly retryAfterMs?: number | undefined
  readonly message: string
}

/** No usable answer: what went wrong, and with which host. */
export interface Failed extends Answered {
  readonly kind: 'failed'
  readonly failure: FailureCode
  /** The host that failed: registry, token endpoint, redirect target or proxy. */
  readonly host: string
  readonly at: 'registry' | 'token-endpoint' | 'redirect' | 'proxy'
  /** HTTP status, where there was one. */
  readonly status?: number | undefined
  /** One cleaned sentence of evidence: system error, TLS text, start of the body. */
  readonly detail: string
}

/** Every way in which no usable answer comes. */
export type FailureCode =
  | 'name-not-resolved'
  | 'resolver-unavailable'
  | 'connection-refused'
  | 'host-unreachable'
  | 'connect-timeout'
  | 'response-timeout'
  | 'body-timeout'
  | 'connection-reset'
  | 'connection-closed'
  | 'tls-unknown-authority'
  | 'tls-expired'
  | 'tls-not-yet-valid'
  | 'tls-name-mismatch'
  | 'tls-version'
  | 'tls-handshake'
  | 'tls-client-certificate'
  | 'plain-http'
  | 'https-expected'
  | 'proxy-refused'
  | 'proxy-authentication'
  | 'proxy-bad-gateway'
  | 'proxy-unreachable'
  | 'redirect-loop'
  | 'redirect-unsafe'
  | 'redirect-refused'
  | 'server-error'
  | 'head-refused'
  | 'greeting-refused'
  | 'login-unasked'
  | 'upstream-refused'
  | 'not-a-registry'
  | 'challenge-unusable'
  | 'realm-unsafe'
  | 'token-endpoint-failed'
  | 'token-rejected'
  | 'credential-withheld'
  | 'address-forbidden'
  | 'body-too-large'
  | 'body-cut'
  | 'body-invalid'
  | 'headers-too-large'
  | 'deadline'

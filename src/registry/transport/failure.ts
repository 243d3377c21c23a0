import type { FailureCode } from '../answers/types.ts'

/** Why no answer came, read from what Node or undici threw. */
export interface Failure {
  readonly code: FailureCode
  readonly detail: string
}

/** Codes of Node, OpenSSL and undici. What stands for several causes is read further below. */
const table: Readonly<Record<string, FailureCode>> = {
  ENOTFOUND: 'name-not-resolved',
  ENODATA: 'name-not-resolved',
  EAI_AGAIN: 'resolver-unavailable',
  EAI_FAIL: 'resolver-unavailable',
  ESERVFAIL: 'resolver-unavailable',
  ECONNREFUSED: 'connection-refused',
  ECONNRESET: 'connection-reset',
  ECONNABORTED: 'connection-reset',
  EPIPE: 'connection-reset',
  ETIMEDOUT: 'connect-timeout',
  UND_ERR_CONNECT_TIMEOUT: 'connect-timeout',
  EHOSTUNREACH: 'host-unreachable',
  ENETUNREACH: 'host-unreachable',
  EHOSTDOWN: 'host-unreachable',
  ENETDOWN: 'host-unreachable',
  EADDRNOTAVAIL: 'host-unreachable',
  EACCES: 'host-unreachable',
  EPERM: 'host-unreachable',
  EADDRFORBIDDEN: 'address-forbidden',
  UND_ERR_HEADERS_TIMEOUT: 'response-timeout',
  UND_ERR_BODY_TIMEOUT: 'body-timeout',
  UND_ERR_SOCKET: 'connection-closed',
  // what one side of HTTP/2 says of the other (http2/trouble.ts)
  ERR_HTTP2_STREAM_ERROR: 'connection-reset',
  ERR_HTTP2_ERROR: 'connection-reset',
  UND_ERR_HEADERS_OVERFLOW: 'headers-too-large',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'body-cut',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'body-too-large',
  UND_ERR_PRX_CONN: 'proxy-unreachable',
  UND_ERR_PRX_TLS: 'proxy-unreachable',
  CERT_HAS_EXPIRED: 'tls-expired',
  CERT_NOT_YET_VALID: 'tls-not-yet-valid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'tls-name-mismatch',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls-unknown-authority',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls-unknown-authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls-unknown-authority',
  UNABLE_TO_GET_ISSUER_CERT: 'tls-unknown-authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls-unknown-authority',
  CERT_UNTRUSTED: 'tls-unknown-authority',
  CERT_REJECTED: 'tls-unknown-authority',
  CERT_SIGNATURE_FAILURE: 'tls-unknown-authority',
  CERT_CHAIN_TOO_LONG: 'tls-unknown-authority',
  PATH_LENGTH_EXCEEDED: 'tls-unknown-authority',
  INVALID_CA: 'tls-unknown-authority',
  INVALID_PURPOSE: 'tls-unknown-authority',
  // what OpenSSL finds too weak, other TLS libraries may take
  EE_KEY_TOO_SMALL: 'tls-unknown-authority',
  CA_KEY_TOO_SMALL: 'tls-unknown-authority',
  CA_MD_TOO_WEAK: 'tls-unknown-authority',
  ERR_SSL_WRONG_VERSION_NUMBER: 'plain-http',
  // no TLS any more, on a connection that was: somebody broke it off in the middle
  ERR_SSL_BAD_RECORD_TYPE: 'connection-reset',
  ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC: 'connection-reset',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'tls-version',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'tls-version',
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: 'tls-client-certificate',
  ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE: 'tls-client-certificate',
  'ERR_SSL_SSL/TLS_ALERT_BAD_CERTIFICATE': 'tls-client-certificate',
  'ERR_SSL_SSL/TLS_ALERT_CERTIFICATE_UNKNOWN': 'tls-client-certificate',
  ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN: 'tls-client-certificate',
  ERR_SSL_TLSV1_ALERT_UNKNOWN_CA: 'tls-client-certificate',
}

// what proxies say of a name that does not resolve, and of a host that they don't reach
const proxyCodes: Readonly<Record<string, FailureCode>> = {
  407: 'proxy-authentication',
  502: 'proxy-bad-gateway',
  503: 'proxy-bad-gateway',
  504: 'proxy-bad-gateway',
}

/** The proxy before all; and of several addresses that failed each in its own way, the most telling one. */
const mostTelling: readonly FailureCode[] = [
  'proxy-unreachable',
  'connection-refused',
  'connection-reset',
  'connect-timeout',
  'host-unreachable',
]

/** Reads an error with its cause and the errors that it unites: the outer ones often say nothing. */
export function failureOf(error: unknown): Failure {
  const errors = [...unfold(error)]
  const codes = errors.map(codeOf).filter(code => code !== undefined)
  const code = mostTelling.find(candidate => codes.includes(candidate)) ?? codes[0] ?? 'connection-closed'
  return { code, detail: detailOf(errors) }
}

function* unfold(error: unknown, depth = 0): Generator<Error> {
  if (!(error instanceof Error) || depth > 5) return
  yield error
  yield* unfold(error.cause, depth + 1)
  if (error instanceof AggregateError) for (const one of error.errors.slice(0, 8)) yield* unfold(one, depth + 1)
}

function codeOf(error: Error): FailureCode | undefined {
  const code = textOf(error, 'code')
  const message = error.message
  const proxied =
    /Proxy response \((\d+)\)/.exec(message)?.[1] ?? /Proxy Authentication Required \((407)\)/.exec(message)?.[1]
  if (proxied !== undefined) return proxyCodes[proxied] ?? 'proxy-refused'
  if (error.name === 'HTTPParserError') return parserFailure(error, code)
  if (/wrong version number/i.test(message)) return 'plain-http'
  const known = table[code]
  if (known !== undefined) return known
  if (code.startsWith('ERR_SSL_') || code === 'EPROTO') return 'tls-handshake'
  return code.startsWith('EAI_') ? 'resolver-unavailable' : undefined
}

/** A TLS alert that came to a plain request begins with 0x15 0x03. */
function parserFailure(error: Error, code: string): FailureCode {
  if (code === 'HPE_HEADER_OVERFLOW') return 'headers-too-large'
  return textOf(error, 'data').startsWith('\u0015\u0003') ? 'https-expected' : 'not-a-registry'
}

function textOf(error: Error, field: 'code' | 'data'): string {
  const value: unknown = Reflect.get(error, field)
  return typeof value === 'string' ? value : ''
}

function detailOf(errors: readonly Error[]): string {
  const messages = errors.map(error => worded(error.message) || textOf(error, 'code')).filter(message => message !== '')
  return [...new Set(messages)].slice(0, 4).join('; ') || 'no reason given'
}

// OpenSSL: thread, code, library, function, reason, file, line
function worded(message: string): string {
  const reason = /\berror:[0-9A-F]+:SSL routines:[^:]*:([^:]+)/.exec(message)?.[1]
  return reason === undefined ? message : `TLS: ${reason}`
}

import { constants } from 'node:http2'

/**
 * What may be done about a question that got no whole answer over HTTP/2: ask `again`, since the server did not work on
 * it (RFC 9113, 8.7); ask over `http/1.1`, since the two do not get along in HTTP/2; or nothing at this place.
 */
export type Remedy = 'again' | 'http/1.1' | 'none'

export interface Trouble {
  readonly error: Error
  readonly remedy: Remedy
  /** The server says that it is asked too much. */
  readonly isStrained?: boolean | undefined
}

/** What is known of the connection of a stream when that ends. */
export interface Fate {
  /** The last GOAWAY, and the last stream that the server says it works on. */
  readonly goaway: { readonly code: number; readonly last: number } | undefined
  /** What TCP, TLS or Node's HTTP/2 said. */
  readonly error: Error | undefined
  readonly isOver: boolean
}

/** How one stream ended. */
export interface End {
  readonly id: number | undefined
  readonly code: number
  readonly error: Error | undefined
}

// RFC 9113, 7, by number
const names = [
  'NO_ERROR',
  'PROTOCOL_ERROR',
  'INTERNAL_ERROR',
  'FLOW_CONTROL_ERROR',
  'SETTINGS_TIMEOUT',
  'STREAM_CLOSED',
  'FRAME_SIZE_ERROR',
  'REFUSED_STREAM',
  'CANCEL',
  'COMPRESSION_ERROR',
  'CONNECT_ERROR',
  'ENHANCE_YOUR_CALM',
  'INADEQUATE_SECURITY',
  'HTTP_1_1_REQUIRED',
] as const

// what one side of a connection says of the other's HTTP/2
const misunderstandings: ReadonlySet<number> = new Set([
  constants.NGHTTP2_PROTOCOL_ERROR,
  constants.NGHTTP2_FLOW_CONTROL_ERROR,
  constants.NGHTTP2_SETTINGS_TIMEOUT,
  constants.NGHTTP2_STREAM_CLOSED,
  constants.NGHTTP2_FRAME_SIZE_ERROR,
  constants.NGHTTP2_COMPRESSION_ERROR,
  constants.NGHTTP2_CONNECT_ERROR,
  constants.NGHTTP2_INADEQUATE_SECURITY,
  constants.NGHTTP2_HTTP_1_1_REQUIRED,
])

/** Names what ended a stream before its answer was whole. */
export function troubleOf({ id, code, error }: End, fate: Fate): Trouble {
  const { goaway, isOver } = fate
  if (goaway !== undefined && goaway.code !== constants.NGHTTP2_NO_ERROR) return leftWith(goaway, id)
  const cause = fate.error ?? (codeOf(error) === 'ERR_HTTP2_STREAM_ERROR' ? undefined : error)
  if (cause !== undefined) return { error: cause, remedy: codeOf(cause) === 'ERR_HTTP2_ERROR' ? 'http/1.1' : 'none' }
  if (code === constants.NGHTTP2_REFUSED_STREAM)
    return { error: reset('the server refused the stream', code), remedy: 'again' }
  if (isOver) return { error: closed, remedy: 'none' }
  return { error: reset('the server reset the stream', code), ...remedyFor(code) }
}

/** A failure of HTTP/2 that Node found itself. */
export function http2Error(message: string): Error {
  return Object.assign(new Error(message), { code: 'ERR_HTTP2_ERROR' })
}

const closed = Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' })

function leftWith({ code, last }: NonNullable<Fate['goaway']>, id: number | undefined): Trouble {
  const told = { error: reset('the server ended the connection', code), ...remedyFor(code) }
  const isUntouched = id === undefined || id > last
  return told.remedy === 'none' && !told.isStrained && isUntouched ? { ...told, remedy: 'again' } : told
}

function remedyFor(code: number): Pick<Trouble, 'remedy' | 'isStrained'> {
  if (misunderstandings.has(code)) return { remedy: 'http/1.1' }
  return { remedy: 'none', isStrained: code === constants.NGHTTP2_ENHANCE_YOUR_CALM }
}

function codeOf(error: Error | undefined): unknown {
  return error === undefined ? undefined : Reflect.get(error, 'code')
}

function reset(what: string, code: number): Error {
  const name = names[code] ?? 'an unknown code'
  return Object.assign(new Error(`${what}: ${name} (HTTP/2 error ${code})`), { code: 'ERR_HTTP2_STREAM_ERROR' })
}

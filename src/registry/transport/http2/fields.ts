import { Buffer } from 'node:buffer'
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http2'
import type { Dispatcher } from 'undici'

// RFC 9113, 8.2.2: they speak of one connection of HTTP/1.1; `host` becomes `:authority`
const ofTheConnection: ReadonlySet<string> = new Set([
  'connection',
  'host',
  'http2-settings',
  'keep-alive',
  'proxy-connection',
  'te',
  'transfer-encoding',
  'upgrade',
])

/** The header fields of a request, or undefined where one can't be sent (RFC 9113, 8.2.1). */
export function requestFields(options: Dispatcher.DispatchOptions, authority: string): OutgoingHttpHeaders | undefined {
  const given = Object.entries(options.headers ?? {}).map(
    ([name, value]) => [name.toLowerCase(), String(value)] as const,
  )
  if (given.some(([name, value]) => !/^[!#$%&'*+.^_`|~0-9a-z-]+$/.test(name) || /[\0\r\n]/.test(value)))
    return undefined
  const sent = given.filter(([name]) => !ofTheConnection.has(name))
  return {
    ':method': options.method,
    ':scheme': 'https',
    ':authority': given.find(([name]) => name === 'host')?.[1] ?? authority,
    ':path': options.path,
    ...Object.fromEntries(sent),
    ...(typeof options.body === 'string' && { 'content-length': String(Buffer.byteLength(options.body)) }),
  }
}

/** The header fields of an answer as HTTP/1.1 would give them: what came more than once is a list. */
export function responseHeaders(raw: readonly string[]): IncomingHttpHeaders {
  const headers = new Map<string, string | string[]>()
  for (let at = 0; at < raw.length; at += 2) {
    const [name = '', value = ''] = raw.slice(at, at + 2)
    if (name.startsWith(':')) continue
    const known = headers.get(name)
    headers.set(name, known === undefined ? value : [known, value].flat())
  }
  return Object.fromEntries(headers)
}

/** Characters of all names and values. */
export function sizeOf(raw: readonly string[]): number {
  return raw.reduce((sum, text) => sum + text.length, 0)
}

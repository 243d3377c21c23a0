import { header, mediaTypeOf } from './http.ts'
import type { HttpResponse } from './http.ts'
import { printable } from './text.ts'

/** What the body of a refusal or failure says. */
export interface ErrorBody {
  /** Codes of the distribution spec ("Error Codes"), or of a registry's own. */
  readonly codes: readonly string[]
  /** One printable sentence, perhaps empty. */
  readonly message: string
  /** Whether a registry wrote the answer: its JSON, or its version header. */
  readonly byRegistry: boolean
  readonly html: boolean
}

const codeShape = /^[A-Za-z][A-Za-z0-9_]{0,63}$/

/** Reads an error body: JSON of several shapes, plain text, HTML of something between, or nothing. */
export function readErrorBody(response: HttpResponse): ErrorBody {
  const text = response.body.toString('utf8', 0, 64 * 1024)
  const versioned = header(response.headers, 'docker-distribution-api-version') !== undefined
  const errors = errorsIn(parseJson(text))
  if (errors !== undefined) {
    const codes = errors.map(error => stringOf(error, 'code')).filter(code => codeShape.test(code))
    const message = printable(errors.map(sentenceOf).filter(Boolean).join('; '))
    return { codes: [...new Set(codes)].slice(0, 8), message, byRegistry: true, html: false }
  }
  const html = mediaTypeOf(response.headers) === 'text/html' || /^\s*<(!doctype|html)/i.test(text)
  return { codes: [], message: printable(html ? strippedOf(text) : text), byRegistry: versioned && !html, html }
}

function parseJson(text: string): unknown {
  if (!/^\s*\{/.test(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The list of the spec, one bare error object (zot), or the old `details` of token servers. */
function errorsIn(body: unknown): readonly object[] | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  const list: unknown = Reflect.get(body, 'errors')
  if (Array.isArray(list)) return list.slice(0, 8).filter(error => typeof error === 'object' && error !== null)
  const bare = ['code', 'details', 'message', 'error'].some(field => stringOf(body, field) !== '')
  return bare ? [body] : undefined
}

function sentenceOf(error: object): string {
  const message =
    ['message', 'error_description', 'details', 'error'].map(field => stringOf(error, field)).find(Boolean) ?? ''
  const detail: unknown = Reflect.get(error, 'detail')
  if (detail === undefined || detail === null || detail === '') return message
  const text = typeof detail === 'string' ? detail : JSON.stringify(detail)
  return `${message} (${text})`.trimStart()
}

function stringOf(object: object, field: string): string {
  const value: unknown = Reflect.get(object, field)
  return typeof value === 'string' ? value : ''
}

function strippedOf(html: string): string {
  return html
    .slice(0, 8192)
    .replace(/<(script|style|head)\b[^]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
}

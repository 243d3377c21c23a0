import { header, mediaTypeOf } from '../transport/http.ts'
import type { HttpResponse } from '../transport/http.ts'
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

// cut to what is quoted only after secrets are blanked, so that no half of one is left
const textLimit = 4000

const codeShape = /^[A-Za-z][A-Za-z0-9_]{0,63}$/

/** Reads an error body: JSON of several shapes, plain text, HTML of something between, or nothing. */
export function readErrorBody(response: HttpResponse): ErrorBody {
  const text = response.body.toString('utf8', 0, 64 * 1024)
  const versioned = header(response.headers, 'docker-distribution-api-version') !== undefined
  const document = parseJson(text)
  const errors = errorsIn(document)
  if (errors !== undefined) {
    const codes = errors.map(error => stringOf(error, 'code')).filter(code => codeShape.test(code))
    const message = printable(errors.map(sentenceOf).filter(Boolean).join('; '), textLimit)
    return { codes: [...new Set(codes)].slice(0, 8), message, byRegistry: true, html: false }
  }
  const html = mediaTypeOf(response.headers) === 'text/html' || /^\s*<(!doctype|html)/i.test(text)
  // JSON that is no error may be anything, a token too: it is not quoted
  const message = document === undefined ? printable(html ? strippedOf(text) : text, textLimit) : ''
  return { codes: [], message, byRegistry: versioned && !html, html }
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
  if (Array.isArray(list)) return list.slice(0, 8).filter(isObject)
  const bare = ['code', 'details', 'message', 'error'].some(field => stringOf(body, field) !== '')
  return bare ? [body] : undefined
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function sentenceOf(error: object): string {
  const message =
    ['message', 'error_description', 'details', 'error'].map(field => stringOf(error, field)).find(Boolean) ?? ''
  const detail: unknown = Reflect.get(error, 'detail')
  if (detail === undefined || detail === null || detail === '') return message
  const text = typeof detail === 'string' ? detail : writtenOut(detail)
  return text === undefined ? message : `${message} (${text})`.trimStart()
}

/** As JSON again; undefined where it is nested so deeply that it can be read and not written. */
function writtenOut(detail: unknown): string | undefined {
  try {
    return JSON.stringify(detail)
  } catch {
    return undefined
  }
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

import fc from 'fast-check'
import { reportSchema } from '../src/report/schema.ts'
import type { Report } from '../src/report/schema.ts'

// fields of which the schema knows every value
const closed = new Set(['code', 'layer', 'severity', 'verdict', 'status', 'kind', 'role', 'confidence', 'layers'])

/** Pieces that mean something to a terminal, a runner's log, Markdown, HTML or GitHub. */
const pieces = [
  '::error::x', '\n::set-output name=a::b', '\r\n  ::stop-commands::t', '##[error]x', '#', '##', '[group]', ':', '::',
  '@octocat', ' @acme/team ', '&#64;octocat', '&commat;octocat', 'web@sha256:00', '#1', 'acme/web#12', 'GH-3',
  '<script>alert(1)</script>', '<!--', '-->', '<img src=x onerror=y>', '</details>', '&lt;', '&',
  '|', '\\|', '\\', '`', '``', '```', '\n```\n', '](https://evil.example)', '![x](y)', '[a](b)', 'https://evil.example', 'www.evil.example',
  '\u001b[31m', '\u001b]8;;https://evil.example\u0007', '\u009b2J', '\b', '\u0000', '\u2028', '\u202e', '\ud800', '$x$', '$`', '%0A', '%', ',',
  '\n\n# heading\n', '\n- item', '1. ', '> ', 'charts/shop/values.yaml', '../..', '', ' ', 'ghcr.io/acme/web:1',
] // prettier-ignore

/** Text as somebody who means harm would write it. */
export const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 6 })
  .map(parts => parts.join(''))

/** The report with hostile text in every field that holds free text. */
export function hostile(report: Report): fc.Arbitrary<Report> {
  return fc.array(hostileText, { minLength: 8, maxLength: 8 }).map(texts => {
    const state = { next: 0 }
    const value = replaceTexts(JSON.parse(JSON.stringify(report)), () => texts[state.next++ % texts.length] ?? '')
    return reportSchema.parse(value)
  })
}

function replaceTexts(value: unknown, text: () => string): unknown {
  if (typeof value === 'string') return text()
  if (Array.isArray(value)) return value.map(item => replaceTexts(item, text))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, isClosed(key, item) ? item : replaceTexts(item, text)]),
  )
}

// a request's status is a number; the name of the tool is a constant
function isClosed(key: string, item: unknown): boolean {
  return closed.has(key) || key === 'notChecked' || item === 'will-it-pull'
}

import { withPlainBreaks } from '../../extract/document/line-breaks.ts'
import { parseDocument } from '../../extract/document/parse-document.ts'
import { isMapping } from '../load-yaml.ts'

/**
 * A cheap look, mostly without parsing YAML: does some document have `apiVersion` and `kind` as keys of its root? In
 * values files and templates of other tools the two occur only deeper, so they are not taken.
 */
export function looksLikeManifest(text: string): boolean {
  if (mayHideKeys.test(text)) return looksPlainly(text) || holdsManifest(text)
  return looksPlainly(text)
}

// keys with escapes in them or behind `?`, and roots with a tag or an anchor: rare enough to be parsed
const mayHideKeys = /^\uFEFF?(?:---)?[^\S\n]*(?:[?!&]|"[^"\n]*\\)/m

function holdsManifest(text: string): boolean {
  const parsed = parseDocument(text)
  return parsed.kind === 'parsed' && parsed.roots.some(isManifest)
}

function isManifest(value: unknown): boolean {
  return isMapping(value) && typeof value['apiVersion'] === 'string' && typeof value['kind'] === 'string'
}

function looksPlainly(text: string): boolean {
  if (!text.includes('apiVersion') || !text.includes('kind')) return false
  return /^\uFEFF?\s*\{/.test(text) ? isJsonManifest(text) : hasManifestDocument(withPlainBreaks(text))
}

/** JSON that does not parse may still be YAML in flow style, or several documents. */
function isJsonManifest(text: string): boolean {
  try {
    return isManifest(JSON.parse(text.replace(/^\uFEFF/, '')))
  } catch {
    return hasManifestDocument(text)
  }
}

/** What is known of the document that is being read. `indent` is that of its root, undefined before its first line. */
interface Look {
  readonly indent?: string
  readonly flow: boolean
  apiVersion: boolean
  kind: boolean
}

function hasManifestDocument(text: string): boolean {
  let look = begin('')
  for (const line of text.replaceAll('\uFEFF', '').split(/\r\n?|\n/)) {
    if (/^(?:---|\.\.\.)(?=\s|$)/.test(line)) look = begin(line.slice(3))
    else look = read(look, line)
    if (look.apiVersion && look.kind) return true
  }
  return false
}

/** A document may begin on the line of its marker: `--- {apiVersion: v1, …`. */
function begin(rest: string): Look {
  const empty: Look = { flow: false, apiVersion: false, kind: false }
  return /^\s*\{/.test(rest) ? read(empty, rest) : empty
}

function read(look: Look, line: string): Look {
  if (/^\s*(?:#|$)/.test(line)) return look
  const indent = look.indent ?? /^ */.exec(line)?.[0] ?? ''
  const flow = look.indent === undefined ? line.startsWith('{', indent.length) : look.flow
  const key = flow ? undefined : keyAt(line, indent)
  return {
    indent,
    flow,
    apiVersion: look.apiVersion || key === 'apiVersion' || (flow && /\bapiVersion["']?\s*:/.test(line)),
    kind: look.kind || key === 'kind' || (flow && /\bkind["']?\s*:/.test(line)),
  }
}

function keyAt(line: string, indent: string): string | undefined {
  if (!line.startsWith(indent)) return undefined
  return /^["']?(apiVersion|kind)["']?\s*:/.exec(line.slice(indent.length))?.[1]
}

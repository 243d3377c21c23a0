import { isMapping } from '../load-yaml.ts'

/**
 * A cheap look, without parsing YAML: does some document have `apiVersion` and `kind` as keys of its root? In values
 * files and templates of other tools the two occur only deeper, so they are not taken.
 */
export function looksLikeManifest(text: string): boolean {
  if (!text.includes('apiVersion') || !text.includes('kind')) return false
  return /^\uFEFF?\s*\{/.test(text) ? isJsonManifest(text) : hasManifestDocument(text)
}

/** JSON that does not parse may still be YAML in flow style, or several documents. */
function isJsonManifest(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return isMapping(value) && typeof value['apiVersion'] === 'string' && typeof value['kind'] === 'string'
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

import { withPlainBreaks } from './line-breaks.ts'

/**
 * What a document is, as far as its text shows without parsing it. `unclear` must be parsed; `none` can't be an object of
 * Kubernetes; `empty` holds comments at most.
 */
export type Head = { readonly kind: 'object'; readonly name: string } | { readonly kind: 'unclear' | 'none' | 'empty' }

const significantLine = /^(?![ \t]*(?:#|\r?$)|(?:---|\.\.\.)[ \t]*(?:#|\r?$)|%)[^\r\n]/m
const oddKey = /^(?:["'?&*!<]|kind[ \t]+:)/m
const kindLine = /kind:[ \t]+(["']?)([A-Za-z0-9]+)\1[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/y

/** Looks for the one `kind:` that stands at the start of a line, where a block map at the top level has it. */
export function headOf(document: string): Head {
  const text = withPlainBreaks(document.startsWith('\uFEFF') ? document.slice(1) : document)
  const first = significantLine.exec(text)
  if (first === null) return { kind: 'empty' }
  if (!text.includes('kind')) return { kind: 'none' }
  if (!/[A-Za-z]/.test(text.charAt(first.index))) return { kind: 'unclear' }
  // the key may be written otherwise, with the plain one inside a text
  if (oddKey.test(text)) return { kind: 'unclear' }
  const at = topLevelKind(text)
  if (at === undefined) return { kind: 'unclear' }
  kindLine.lastIndex = at
  const name = kindLine.exec(text)?.[2]
  return name === undefined ? { kind: 'unclear' } : { kind: 'object', name }
}

// two of them: one may be the inside of a quoted text
function topLevelKind(text: string): number | undefined {
  const first = text.startsWith('kind:') ? 0 : text.indexOf('\nkind:') + 1
  const isFound = first > 0 || text.startsWith('kind:')
  return isFound && !text.includes('\nkind:', first + 1) ? first : undefined
}

import { createHash } from 'node:crypto'
import { suggestionMarker } from '../comment/marker.ts'
import { holds } from '../lines/patch.ts'
import type { ChangedLines, Suggestion } from '../types.ts'

/** Identity of one offered edit: the same edit of the same text is offered once, whatever line it moved to. */
export function fingerprintOf(suggestion: Suggestion): string {
  const { finding, path, original, replacement } = suggestion
  return createHash('sha256')
    .update(JSON.stringify([finding, path, original, replacement]))
    .digest('hex')
    .slice(0, 20)
}

/** One comment of a review as the API takes it. The block replaces the commented lines as they stand there. */
export function toReviewComment(key: string, suggestion: Suggestion) {
  const { path, startLine, endLine, replacement } = suggestion
  const fence = fenceFor(replacement)
  const block = [`${fence}suggestion`, ...(replacement === '' ? [] : [replacement]), fence].join('\n')
  const body = `${suggestionMarker(key, fingerprintOf(suggestion))}\n${suggestion.body}\n\n${block}`
  const end = { path, body, line: endLine, side: 'RIGHT' }
  return startLine < endLine ? { ...end, start_line: startLine, start_side: 'RIGHT' } : end
}

/** GitHub refuses the whole review for one comment outside the diff, without naming it, so each is looked at before. */
export function canBePlaced(suggestion: Suggestion, changed: ChangedLines): boolean {
  const change = changed.files.get(suggestion.path)
  if (change?.kind !== 'lines' || suggestion.original === suggestion.replacement) return false
  const { startLine: start, endLine: end } = suggestion
  return start <= end && holds(change.shown, { start, end })
}

/** Longer than any run of backticks in the content. */
function fenceFor(content: string): string {
  const longest = Math.max(0, ...Array.from(content.matchAll(/`+/g), ([run]) => run.length))
  return '`'.repeat(Math.max(3, longest + 1))
}

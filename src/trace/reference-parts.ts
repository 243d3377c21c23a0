import type { Part } from './part.ts'
import type { Span } from './text/span.ts'

/** Where the parts of a reference stand in its text, by the rules of docker's names; a part that isn't written is absent. */
export function referenceParts(image: string): ReadonlyMap<Part, Span> {
  const at = image.indexOf('@')
  const nameEnd = at === -1 ? image.length : at
  const name = image.slice(0, nameEnd)
  const colon = name.lastIndexOf(':')
  const tagStart = colon > name.lastIndexOf('/') ? colon : nameEnd
  const slash = name.indexOf('/')
  const host = slash === -1 ? '' : name.slice(0, slash)
  const hostEnd = host === 'localhost' || /[.:]/.test(host) ? slash : -1
  const parts: readonly (readonly [Part, Span])[] = [
    ['registry', { start: 0, end: Math.max(hostEnd, 0) }],
    ['repository', { start: hostEnd + 1, end: tagStart }],
    ['tag', { start: tagStart + 1, end: nameEnd }],
    ['digest', { start: nameEnd + 1, end: image.length }],
  ]
  return new Map(parts.filter(([, { start, end }]) => start < end))
}

import type { Location } from '../types.ts'

/** Offsets in a text; `end` exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A span as lines and columns: UTF-16 units, 1-based, a byte order mark not counted. */
export type Place = Required<Pick<Location, 'line' | 'column' | 'endLine' | 'endColumn'>>

/** The lines of a text, for turning offsets into places. `firstLine` is the number of its first line in the file. */
export class Lines {
  readonly #starts: readonly number[]
  readonly #firstLine: number

  constructor(text: string, firstLine = 1) {
    const starts = [text.startsWith('\uFEFF') ? 1 : 0]
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
    this.#starts = starts
    this.#firstLine = firstLine
  }

  placeOf({ start, end }: Span): Place {
    const from = this.#positionOf(start)
    const to = this.#positionOf(end)
    return { ...from, endLine: to.line, endColumn: to.column }
  }

  #positionOf(offset: number): { line: number; column: number } {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((this.#starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: this.#firstLine + low, column: Math.max(offset - (this.#starts[low] ?? 0), 0) + 1 }
  }
}

/** The one place of `part` within a span of `text`; undefined where there is none or more than one. */
export function onlySpanOf(part: string, text: string, { start, end }: Span): Span | undefined {
  const within = text.slice(start, end)
  if (within === part) return { start, end }
  const at = within.indexOf(part)
  if (at === -1 || within.includes(part, at + 1)) return undefined
  return { start: start + at, end: start + at + part.length }
}

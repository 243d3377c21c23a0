import { readHunks } from './hunks.ts'
import type { Hunk } from './hunks.ts'
import type { LineRange } from '../types.ts'

/** Lines of the new side of one file's patch: those that were added or rewritten, and all that the diff shows. */
export function readPatch(patch: string): { changed: readonly LineRange[]; shown: readonly LineRange[] } {
  const hunks = readHunks(patch)
  return { changed: hunks.flatMap(addedRanges), shown: hunks.flatMap(shownRange) }
}

/** True where both ends lie in one range. */
export function holds(ranges: readonly LineRange[], wanted: LineRange): boolean {
  return ranges.some(range => range.start <= wanted.start && wanted.end <= range.end)
}

function shownRange(hunk: Hunk): readonly LineRange[] {
  const count = hunk.lines.filter(line => !line.startsWith('-')).length
  return count === 0 ? [] : [{ start: hunk.newStart, end: hunk.newStart + count - 1 }]
}

function addedRanges(hunk: Hunk): readonly LineRange[] {
  const ranges: { start: number; end: number }[] = []
  let line = hunk.newStart
  for (const text of hunk.lines) {
    if (text.startsWith('-')) continue
    const last = ranges.at(-1)
    if (text.startsWith('+') && last?.end === line - 1) last.end = line
    else if (text.startsWith('+')) ranges.push({ start: line, end: line })
    line += 1
  }
  return ranges
}

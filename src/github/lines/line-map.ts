import { readHunks } from './hunks.ts'
import type { Hunk } from './hunks.ts'

/**
 * Gives the head commit's line for a line of the work tree, through one file's diff from the one to the other.
 * Annotations are shown on the head commit, while a checkout of `refs/pull/<n>/merge` holds the base's lines too.
 * Undefined where the line came from the base: the head commit has no such line.
 */
export function toHeadLine(diff: string): (line: number) => number | undefined {
  const hunks = readHunks(diff)
  return line => throughHunks(hunks, line)
}

function throughHunks(hunks: readonly Hunk[], line: number): number | undefined {
  let drift = 0
  for (const hunk of hunks) {
    if (line < firstLineOf(hunk)) break
    if (line <= lastLineOf(hunk)) return insideHunk(hunk, line)
    drift += hunk.oldCount - hunk.newCount
  }
  return line + drift
}

/** Where the new side is empty, its start is the line before the block. */
function firstLineOf(hunk: Hunk): number {
  return hunk.newCount === 0 ? hunk.newStart + 1 : hunk.newStart
}

function lastLineOf(hunk: Hunk): number {
  return firstLineOf(hunk) + hunk.newCount - 1
}

function insideHunk(hunk: Hunk, line: number): number | undefined {
  let [oldLine, newLine] = [hunk.oldStart, hunk.newStart]
  for (const text of hunk.lines) {
    if (newLine === line && !text.startsWith('-')) return text.startsWith('+') ? undefined : oldLine
    if (!text.startsWith('+')) oldLine += 1
    if (!text.startsWith('-')) newLine += 1
  }
  return undefined
}

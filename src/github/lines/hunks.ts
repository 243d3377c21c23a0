/** One block of a unified diff. Line numbers are 1-based; a count of 0 names the line before the block. */
export interface Hunk {
  readonly oldStart: number
  readonly oldCount: number
  readonly newStart: number
  readonly newCount: number
  /** Lines with their first character: blank, `+` or `-`. */
  readonly lines: readonly string[]
}

const header = /^@@ -(\d{1,9})(?:,(\d{1,9}))? \+(\d{1,9})(?:,(\d{1,9}))? @@/

/**
 * Reads the hunks of one file's patch. The counts of the header say how far a hunk goes, so that content which looks
 * like a header is content. What is no hunk is skipped; a hunk that is cut off keeps the lines it has.
 */
export function readHunks(patch: string): readonly Hunk[] {
  const lines = patch.split('\n')
  const hunks: Hunk[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const match = header.exec(lines[at] ?? '')
    if (!match) continue
    const hunk = readHunk(match, lines, at + 1)
    hunks.push(hunk.hunk)
    at = hunk.end - 1
  }
  return hunks
}

function readHunk(match: RegExpExecArray, lines: readonly string[], start: number): { hunk: Hunk; end: number } {
  const [, oldStart, oldCount = '1', newStart, newCount = '1'] = match
  const left = { old: Number(oldCount), new: Number(newCount) }
  const body: string[] = []
  let at = start
  for (; at < lines.length && (left.old > 0 || left.new > 0); at += 1) {
    const line = lines[at] ?? ''
    // "\ No newline at end of file" belongs to neither side.
    if (line.startsWith('\\')) continue
    if (!line.startsWith('+')) left.old -= 1
    if (!line.startsWith('-')) left.new -= 1
    body.push(line)
  }
  const numbers = { oldCount: Number(oldCount), newCount: Number(newCount) }
  return { hunk: { oldStart: Number(oldStart), newStart: Number(newStart), ...numbers, lines: body }, end: at }
}

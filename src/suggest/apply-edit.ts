/** Another text for a piece of one line. Lines and columns are 1-based, in UTF-16 units; `endColumn` is exclusive. */
export interface LineEdit {
  readonly line: number
  readonly column: number
  readonly endColumn: number
  readonly text: string
  /** What must stand there; undefined: whatever does. */
  readonly replaces?: string | undefined
}

/**
 * The text after edits of its lines; all else stays, the ends of lines and a byte order mark too. Undefined where one
 * does not fit, two overlap or another text stands there.
 */
export function applyEdits(text: string, edits: readonly LineEdit[]): string | undefined {
  const lines = text.split('\n')
  const fromTheEnd = edits.toSorted((a, b) => b.line - a.line || b.column - a.column)
  for (const [index, edit] of fromTheEnd.entries()) {
    const before = fromTheEnd[index - 1]
    const line = lines[edit.line - 1]
    const overlaps = before?.line === edit.line && edit.endColumn > before.column
    const edited = line === undefined || overlaps ? undefined : withEdit(line, edit)
    if (edited === undefined) return undefined
    lines[edit.line - 1] = edited
  }
  return lines.join('\n')
}

function withEdit(written: string, { line, column, endColumn, text, replaces }: LineEdit): string | undefined {
  const mark = line === 1 && written.startsWith('\uFEFF') ? 1 : 0
  const [start, end] = [column - 1 + mark, endColumn - 1 + mark]
  const length = written.replace(/\r$/, '').length
  if (start < mark || end < start || end > length || /[\r\n]/.test(text)) return undefined
  if (replaces !== undefined && written.slice(start, end) !== replaces) return undefined
  return `${written.slice(0, start)}${text}${written.slice(end)}`
}

import { oneLine } from '../../escape/terminal.ts'
import { splitNotes } from '../../notes.ts'
import type { Report } from '../../schema.ts'
import type { Palette } from './palette.ts'

/** What goes before all findings: a change that edits what it is checked by. */
export function firstNoteLines(report: Report, palette: Palette): readonly string[] {
  const { first } = splitNotes(report)
  return first.length === 0 ? [] : [...first.map(({ message }) => palette.warning(oneLine(message))), '']
}

/** What may wait: ignore rules that do nothing. */
export function noteLines(report: Report, palette: Palette): readonly string[] {
  const { rest } = splitNotes(report)
  return rest.length === 0 ? [] : [palette.strong('Ignore rules that do nothing'), ...rest.map(line), '']
}

function line({ message, location }: Report['notes'][number]): string {
  const place = location === null ? '' : `${location.file}${location.line === null ? '' : `:${location.line}`}  `
  return `  ${oneLine(`${place}${message}`)}`
}

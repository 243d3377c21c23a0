import { unprintable } from '../escape/terminal.ts'

const longest = 300

/** Text from outside as a code span: one line, no backtick inside, bounded. */
export function code(value: string | undefined, limit: number = longest): string {
  const line = (value ?? '')
    .slice(0, 4 * limit)
    .replace(unprintable, ' ')
    .replaceAll('`', "'")
    .trim()
  if (line === '') return '`(empty)`'
  const characters = [...line]
  return characters.length > limit ? `\`${characters.slice(0, limit).join('')}…\`` : `\`${line}\``
}

/** What somebody else wrote, as a sentence of its own; nothing where there is no text. */
export function quoted(who: string, detail: string | undefined): string {
  return detail === undefined || detail.trim() === '' ? '' : ` ${who}: ${code(detail)}.`
}

/** `a`, `b` and `c`; of many only the first, with the number of the others. */
export function series(values: readonly string[] | undefined, most = 6, joint: 'and' | 'or' = 'and'): string {
  const spans = (values ?? []).slice(0, most).map(value => code(value))
  const others = (values ?? []).length - spans.length
  const all = others > 0 ? [...spans, `${others} more`] : spans
  const last = all.pop()
  if (last === undefined) return 'nothing'
  return all.length === 0 ? last : `${all.join(', ')} ${joint} ${last}`
}

/** A word for a POSIX shell: as it is where no character is special, else in single quotes. */
export function shellWord(value: string): string {
  const word = value.replace(unprintable, '')
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}

/** `1 image`, `2 images`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** Roughly how long, for a person: `40 seconds`, `6 hours`. */
export function duration(milliseconds: number): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000))
  if (seconds < 100) return counted(seconds, 'second')
  const minutes = Math.ceil(seconds / 60)
  return minutes < 100 ? counted(minutes, 'minute') : counted(Math.ceil(minutes / 60), 'hour')
}

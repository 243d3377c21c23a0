import type { Report } from './schema.ts'
import { counted } from './words/quote.ts'

/** How much was left alone because the change does not touch it; undefined where nothing was. */
export function untouchedSentence({ untouched = [] }: Pick<Report, 'untouched'>): string | undefined {
  const { length } = untouched
  if (length === 0) return undefined
  return `${counted(length, 'source')} ${length === 1 ? 'is' : 'are'} not touched by this change and ${length === 1 ? 'was' : 'were'} not checked.`
}

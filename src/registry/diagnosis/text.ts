/** Longest text of a registry that a report may quote. */
const quoteLimit = 300

// C0, C1, bidirectional and invisible characters: they could move a terminal's cursor or hide what is said
const unprintable = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]+/gu

/** One bounded line that is safe to print, of whatever a server sent. */
export function printable(text: string, limit: number = quoteLimit): string {
  // only a multiple of the bound is looked at: the text may be megabytes long
  const line = text
    .slice(0, limit * 8)
    .replace(/\s+/g, ' ')
    .replace(unprintable, '')
    .trim()
  return line.length > limit ? `${line.slice(0, limit - 1).trimEnd()}…` : line
}

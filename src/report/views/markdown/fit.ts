/** A piece of a document that can be shortened by whole rows. */
export interface Block {
  readonly before: string
  /** How many rows there are; each is only made if there may be room for it. */
  readonly count: number
  readonly row: (index: number) => string
  readonly after: string
  /** Follows each row. */
  readonly separator: string
  /** Says how many rows were left out. */
  readonly cut: (left: number) => string
}

/**
 * Joins blocks so that the whole has `limit` units at most, as `measure` counts them: rows are left out from the end of
 * the document backwards, and their number is said. A block without room for any row keeps only that number.
 */
export function fit(blocks: readonly Block[], limit: number, measure: (text: string) => number): string {
  const frames = blocks.map(block => measure(render(block, [])))
  let room = limit - frames.reduce((sum, size) => sum + size, 0)
  return blocks
    .map(block => {
      const rows = rowsThatFit(block, room, measure)
      room -= measure(rows.join(''))
      return render(block, rows)
    })
    .join('')
}

function rowsThatFit(
  { count, row, separator }: Block,
  room: number,
  measure: (text: string) => number,
): readonly string[] {
  const rows: string[] = []
  let used = 0
  while (rows.length < count) {
    const next = `${row(rows.length)}${separator}`
    used += measure(next)
    if (used > room) return rows
    rows.push(next)
  }
  return rows
}

function render({ before, count, after, cut }: Block, rows: readonly string[]): string {
  const left = count - rows.length
  return `${before}${rows.join('')}${left > 0 ? cut(left) : ''}${after}`
}

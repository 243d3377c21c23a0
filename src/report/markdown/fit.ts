/** A piece of a document that can be shortened by whole rows. */
export interface Block {
  readonly before: string
  readonly rows: readonly string[]
  readonly after: string
  /** How rows follow each other. */
  readonly separator: string
  /** Says how many rows were left out. */
  readonly cut: (left: number) => string
}

/**
 * Joins blocks so that the whole has `limit` units at most, as `measure` counts them: rows are left out from the end of
 * the document backwards, and their number is said. A block without room for any row keeps only that number.
 */
export function fit(blocks: readonly Block[], limit: number, measure: (text: string) => number): string {
  const frames = blocks.map(block => measure(render(block, 0)))
  let room = limit - frames.reduce((sum, size) => sum + size, 0)
  return blocks
    .map(block => {
      const count = rowsThatFit(block, room, measure)
      room -= rowsSize(block.rows.slice(0, count), block, measure)
      return render(block, count)
    })
    .join('')
}

function rowsThatFit(block: Block, room: number, measure: (text: string) => number): number {
  const size = { used: 0 }
  const end = block.rows.findIndex(row => (size.used += measure(row) + measure(block.separator)) > room)
  return end < 0 ? block.rows.length : end
}

function rowsSize(rows: readonly string[], { separator }: Block, measure: (text: string) => number): number {
  return rows.reduce((sum, row) => sum + measure(row) + measure(separator), 0)
}

function render({ before, rows, after, separator, cut }: Block, count: number): string {
  const left = rows.length - count
  const shown = rows.slice(0, count).map(row => `${row}${separator}`)
  return `${before}${shown.join('')}${left > 0 ? cut(left) : ''}${after}`
}

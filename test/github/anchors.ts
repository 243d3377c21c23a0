/**
 * The lines that the diff shows on its right side, as `line` and hunk. Written apart from the product's own reader, so
 * that one mistake can't hide in both.
 */
export function shownLines(patch: string): ReadonlyMap<number, number> {
  const shown = new Map<number, number>()
  let [line, hunk] = [0, 0]
  for (const text of patch.split('\n')) {
    const start = /^@@ -\S+ \+(\d+)/.exec(text)?.[1]
    if (start !== undefined) {
      line = Number(start)
      hunk += 1
    } else if (text.startsWith('+') || text.startsWith(' ')) {
      shown.set(line, hunk)
      line += 1
    }
  }
  return shown
}

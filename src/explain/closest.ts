/** The word that is nearest to what was written, by edits; undefined where none is near. */
export function closest(written: string, words: readonly string[]): string | undefined {
  const word = written.slice(0, 64).toLowerCase().replaceAll('_', '-')
  const limit = Math.max(2, Math.floor(word.length / 3))
  const [best] = words
    .map(candidate => ({ candidate, edits: edits(word, candidate) }))
    .toSorted((one, another) => one.edits - another.edits)
  if (best !== undefined && best.edits <= limit) return best.candidate
  return words.find(candidate => word.length > 3 && candidate.includes(word))
}

/** Levenshtein's distance. */
function edits(one: string, another: string): number {
  let row = Array.from({ length: another.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...another].entries())
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)))
    row = next
  }
  return row.at(-1) ?? 0
}

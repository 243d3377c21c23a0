/** `; did you mean …?` where a valid name is near to the one that was written, else nothing. */
export function didYouMean(written: string, valid: readonly string[]): string {
  const near = nearName(written, valid)
  return near === undefined ? '' : `; did you mean \`${near}\`?`
}

const longest = 64

/** The valid name that was probably meant. Case and the signs between words do not count: `failOn` is `fail-on`. */
export function nearName(written: string, valid: readonly string[]): string | undefined {
  if (written.length > longest) return undefined
  const folded = fold(written)
  const whole = folded.length < 3 ? undefined : valid.find(name => fold(name).startsWith(folded))
  if (whole !== undefined) return whole
  const scored = valid.map(name => ({ name, edits: edits(folded, fold(name)) }))
  const [nearest] = scored.toSorted((a, b) => a.edits - b.edits)
  if (nearest === undefined) return undefined
  const bound = Math.max(1, Math.floor(Math.max(folded.length, nearest.name.length) / 3))
  return nearest.edits <= bound ? nearest.name : undefined
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[-_. ]/g, '')
}

/** Damerau-Levenshtein distance, of neighbours only: `dpeth` is one edit from `depth`. */
function edits(a: string, b: string): number {
  let [before, row]: number[][] = [[], Array.from({ length: b.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next.push(cheapest({ a, b, i, j }, [before ?? [], row ?? [], next]))
    before = row
    row = next
  }
  return row?.at(-1) ?? 0
}

interface At {
  readonly a: string
  readonly b: string
  readonly i: number
  readonly j: number
}

function cheapest({ a, b, i, j }: At, [before, row, next]: readonly [number[], number[], number[]]): number {
  const same = a[i - 1] === b[j - 1] ? 0 : 1
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
  return Math.min(
    (row[j] ?? 0) + 1,
    (next[j - 1] ?? 0) + 1,
    (row[j - 1] ?? 0) + same,
    swapped ? (before[j - 2] ?? 0) + 1 : Infinity,
  )
}

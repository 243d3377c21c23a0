/** A byte of a label that a pattern's step accepts: each pair is a range, both ends included. */
type Step = readonly (readonly [low: string, high: string])[]

// a star, a class such as [a-h], or a byte; a host holds neither `?` nor backslash nor `^`
const tokens = /\*|\[((?:[^\]-](?:-[^\]-])?)+)\]|[^[*]/gy

/** Whether a host label matches a shell pattern as Go's path.Match has it (both byte strings); in time of their product. */
export function matchesLabel(pattern: string, label: string): boolean {
  const [first, ...rest] = parse(pattern) ?? []
  if (first === undefined || !fits(first, label, 0)) return false
  const last = rest.pop()
  if (last === undefined) return label.length === first.length
  const end = label.length - last.length
  let at = first.length
  for (const piece of rest) {
    const found = find(piece, label, at)
    if (found === undefined) return false
    at = found + piece.length
  }
  return at <= end && fits(last, label, end)
}

/** What stands between the stars; undefined for a pattern that is malformed. */
function parse(pattern: string): readonly (readonly Step[])[] | undefined {
  const found = Array.from(pattern.matchAll(tokens))
  if (found.reduce((sum, [token]) => sum + token.length, 0) !== pattern.length) return undefined
  const pieces: Step[][] = [[]]
  for (const [token, ranges] of found) {
    if (token === '*') pieces.push([])
    else pieces.at(-1)?.push(ranges === undefined ? [[token, token]] : rangesOf(ranges))
  }
  return pieces
}

function rangesOf(text: string): Step {
  return Array.from(text.matchAll(/(.)(?:-(.))?/gs), ([, low = '', high = low]) => [low, high])
}

// the first place is as good as any, since a star follows
function find(piece: readonly Step[], label: string, from: number): number | undefined {
  for (let at = from; at + piece.length <= label.length; at++) if (fits(piece, label, at)) return at
  return undefined
}

function fits(piece: readonly Step[], label: string, at: number): boolean {
  if (at + piece.length > label.length) return false
  return piece.every((step, offset) => {
    const byte = label.charAt(at + offset)
    return step.some(([low, high]) => low <= byte && byte <= high)
  })
}

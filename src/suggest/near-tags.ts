/** A tag as people write versions: `v1.27.3-alpine` is v, [1, 27, 3] and `-alpine`. */
interface Version {
  readonly numbers: readonly number[]
  readonly variant: string
}

const maximumSuggestions = 3
// https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests
const longestTag = 128

/** Existing tags nearest to a missing one, nearest first; the same variant (`-alpine`) goes before any other. */
export function nearTags(missing: string, existing: readonly string[]): readonly string[] {
  const others = existing.filter(tag => tag !== missing)
  const scored = others.map(tag => ({ tag, score: distance(missing, tag) })).filter(({ score }) => score < tooFar)
  const sorted = scored.toSorted((a, b) => a.score - b.score || newestFirst(a.tag, b.tag))
  return sorted.slice(0, maximumSuggestions).map(({ tag }) => tag)
}

const tooFar = 400
const otherVariant = 150
const perEdit = 20
// by how far a major, minor, patch or later number differs; ten steps are as good as any more
const perStep = [100, 30, 2, 1] as const
// a key that was hit twice makes a version that is far away of one that is meant: at most a bit more than a major one
const typedTwice = 110

function distance(missing: string, tag: string): number {
  if (tag.replace(/^v/, '') === missing.replace(/^v/, '')) return 0
  if (isMachineMade(tag)) return tooFar
  const [a, b] = [version(missing), version(tag)]
  const variant = a.variant === b.variant ? 0 : otherVariant
  if (a.numbers.length > 0 && b.numbers.length > 0)
    return (
      Math.min(versionDistance(a, b), isTypedTwice(missing, tag) ? typedTwice : tooFar) +
      perEdit * edits(missing, tag, 8) +
      variant
    )
  const typed = edits(missing, tag, 8)
  return typed <= Math.max(2, missing.length / 3) ? perEdit * typed : tooFar
}

// signatures, attestations and digests kept as tags are no versions that a person means
function isMachineMade(tag: string): boolean {
  return /^sha256-[0-9a-f]{64}/.test(tag) || /^[0-9a-f]{40,}$/.test(tag)
}

function version(tag: string): Version {
  const [, numbers = '', variant = ''] = /^v?(\d+(?:\.\d+)*)?(.*)$/s.exec(tag) ?? []
  return { numbers: numbers === '' ? [] : numbers.split('.').map(Number), variant }
}

function versionDistance(a: Version, b: Version): number {
  const length = Math.max(a.numbers.length, b.numbers.length)
  for (let index = 0; index < length; index++) {
    const steps = Math.abs((a.numbers[index] ?? 0) - (b.numbers[index] ?? 0))
    if (steps > 0) return (perStep[index] ?? 1) * Math.min(steps, 10)
  }
  return Math.abs(a.numbers.length - b.numbers.length) * 5
}

function newestFirst(a: string, b: string): number {
  return b.localeCompare(a, 'en', { numeric: true })
}

function isTypedTwice(missing: string, tag: string): boolean {
  if (missing.length !== tag.length + 1 || missing.length > longestTag) return false
  return [...tag].some((sign, index) => `${tag.slice(0, index)}${sign}${tag.slice(index)}` === missing)
}

/** Levenshtein distance, given up at `limit`. */
function edits(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    if (Math.min(...next) >= limit) return limit
    row = next
  }
  return row[b.length] ?? limit
}

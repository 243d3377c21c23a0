/** A version as charts have it (https://semver.org); `written` is what it was read from. */
export interface SemanticVersion {
  readonly written: string
  readonly numbers: readonly [number, number, number]
  readonly pre: readonly string[]
}

const shape = /^v?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/

/** Reads a version; what is left out is zero, as Masterminds/semver takes it. */
export function parseVersion(written: string): SemanticVersion | undefined {
  const match = shape.exec(written.trim())
  if (match === null) return undefined
  const [, major = '0', minor = '0', patch = '0', pre = ''] = match
  return { written, numbers: [Number(major), Number(minor), Number(patch)], pre: pre === '' ? [] : pre.split('.') }
}

/** Below zero where `a` comes before `b`. */
export function compareVersions(a: SemanticVersion, b: SemanticVersion): number {
  for (const at of [0, 1, 2] as const) {
    const difference = a.numbers[at] - b.numbers[at]
    if (difference !== 0) return difference
  }
  return comparePre(a.pre, b.pre)
}

// a version before a release comes before it; numbers before words, fewer before more (semver.org, 11)
function comparePre(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length
  for (const [at, left] of a.entries()) {
    const right = b[at]
    if (right === undefined) return 1
    if (left !== right) return comparePart(left, right)
  }
  return a.length - b.length
}

function comparePart(a: string, b: string): number {
  const isNumber = [a, b].map(part => /^\d+$/.test(part))
  if (isNumber[0] && isNumber[1]) return Number(a) - Number(b)
  if (isNumber[0] !== isNumber[1]) return isNumber[0] ? -1 : 1
  return a < b ? -1 : 1
}

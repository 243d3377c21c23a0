import { compareVersions, parseVersion } from './semantic-version.ts'
import type { SemanticVersion } from './semantic-version.ts'

type Test = (version: SemanticVersion) => boolean

/**
 * The newest of the versions that a constraint allows, as helm chooses: an exact name first, nothing before a release
 * unless the constraint names such a version (https://github.com/Masterminds/semver#checking-version-constraints).
 * Undefined where there is none, or the constraint can't be read.
 */
export function chooseVersion(versions: readonly string[], constraint: string): string | undefined {
  const wanted = constraint.trim()
  if (wanted !== '' && versions.includes(wanted)) return wanted
  const allows = parseConstraint(wanted === '' ? '*' : wanted)
  if (allows === undefined) return undefined
  const allowed = versions.flatMap(text => parseVersion(text) ?? []).filter(allows)
  return allowed.toSorted(compareVersions).at(-1)?.written
}

/** Whether a version fulfils a constraint. */
export function satisfies(version: string, constraint: string): boolean {
  return chooseVersion([version], constraint) !== undefined
}

function parseConstraint(text: string): Test | undefined {
  const alternatives = text.split('||').map(parseAll)
  const tests = alternatives.filter(test => test !== undefined)
  if (tests.length < alternatives.length) return undefined
  return version => tests.some(test => test(version))
}

const range = /^\s*(\S+)\s+-\s+(\S+)\s*$/
const comparator = /(=|!=|>|<|>=|=>|<=|=<|~|~>|\^)?\s*(v?[0-9xX*][^\s,]*)/y

function parseAll(text: string): Test | undefined {
  const [, from, to] = range.exec(text) ?? []
  if (from !== undefined && to !== undefined) return parseAll(`>=${from} <=${to}`)
  const tests: Test[] = []
  const rest = text.replaceAll(/[,\s]+/g, ' ').trim()
  for (let at = 0; at < rest.length; at = comparator.lastIndex + 1) {
    comparator.lastIndex = at
    const match = comparator.exec(rest)
    const test = match === null ? undefined : parseOne(match[1] ?? '', match[2] ?? '')
    if (test === undefined) return undefined
    tests.push(test)
  }
  return tests.length === 0 ? undefined : version => tests.every(test => test(version))
}

function parseOne(operator: string, written: string): Test | undefined {
  // an x stands for all that follows it
  const bare = written.replace(/(?:\.|^)[xX*](?:\.[xX*\d]+)*$/, '')
  const places = bare === '' || bare === 'v' ? 0 : (bare.replace(/[-+].*$/, '').match(/\./g)?.length ?? 0) + 1
  const version = places === 0 ? parseVersion('0.0.0') : parseVersion(bare)
  if (version === undefined) return undefined
  const test = compareBy(operator, version, places)
  return test && (candidate => (candidate.pre.length === 0 || version.pre.length > 0) && test(candidate))
}

function compareBy(operator: string, version: SemanticVersion, places: number): Test | undefined {
  const above = places === 0 ? undefined : ceiling(version, places)
  const from: Test = candidate => compareVersions(candidate, version) >= 0
  // a version that is written with fewer numbers stands for all that begin with them
  const isIn: Test = candidate =>
    places < 3 ? from(candidate) && isBelow(candidate, above) : compareVersions(candidate, version) === 0
  switch (operator) {
    case '':
    case '=':
      return isIn
    case '!=':
      return candidate => !isIn(candidate)
    case '>':
      return candidate => from(candidate) && !isIn(candidate)
    case '<':
      return candidate => !from(candidate)
    case '>=':
    case '=>':
      return from
    case '<=':
    case '=<':
      return candidate => !from(candidate) || isIn(candidate)
    default:
      return approximate(operator, version, places)
  }
}

function approximate(operator: string, version: SemanticVersion, places: number): Test | undefined {
  if (!['~', '~>', '^'].includes(operator)) return undefined
  const place = operator === '^' ? caretPlace(version, places) : Math.min(places, 2)
  const limit = places === 0 ? undefined : ceiling(version, place)
  return candidate => compareVersions(candidate, version) >= 0 && isBelow(candidate, limit)
}

function isBelow(candidate: SemanticVersion, limit: SemanticVersion | undefined): boolean {
  return limit === undefined || compareVersions(candidate, limit) < 0
}

/** The first version that has another number at the given place (1: major). */
function ceiling({ numbers: [major, minor, patch] }: SemanticVersion, place: number): SemanticVersion {
  const next = [
    [major + 1, 0, 0],
    [major, minor + 1, 0],
    [major, minor, patch + 1],
  ] as const
  return { written: '', numbers: next[place - 1] ?? next[2], pre: ['0'] }
}

/** `^` holds the first number that is not zero. */
function caretPlace({ numbers }: SemanticVersion, places: number): number {
  const first = numbers.findIndex(number => number > 0) + 1
  return first === 0 ? places : Math.min(first, Math.max(places, 1))
}

import { parseGlob } from './parse-glob.ts'
import type { Part, Reach } from './parse-glob.ts'

/**
 * Compiles a glob with `*`, `**`, `?`, `[…]`, `{…,…}` and backslashes. Globs come from pull requests, so no regular
 * expression is made of them: a text is matched in time of its length and the glob's, whatever is in them.
 */
export function compileGlob(pattern: string, reach: Reach): (text: string) => boolean {
  const states: State[] = [{ to: [] }]
  const start = build(parseGlob(pattern, reach), 0, states)
  return text => text.length <= longestText && accepts(states, start, text)
}

/** No path and no reference is longer. */
const longestText = 4096

/** A place in the glob: passed by a character, or by itself where it has no test. State 0 is the end. */
interface State {
  readonly test?: (character: string) => boolean
  readonly to: number[]
}

function build(parts: readonly Part[], end: number, states: State[]): number {
  return parts.reduceRight((next, part) => buildPart(part, next, states), end)
}

function buildPart(part: Part, next: number, states: State[]): number {
  switch (part.kind) {
    case 'one':
      return states.push({ test: part.test, to: [next] }) - 1
    case 'many': {
      const loop = states.push({ to: [next] }) - 1
      states[loop]?.to.push(states.push({ test: part.test, to: [loop] }) - 1)
      return loop
    }
    case 'either': {
      const to = part.options.map(option => build(option, next, states))
      return states.push({ to }) - 1
    }
  }
}

function accepts(states: readonly State[], start: number, text: string): boolean {
  let open = reachable(states, [start])
  for (const character of text) {
    if (open.size === 0) return false
    open = reachable(
      states,
      [...open].flatMap(at => (states[at]?.test?.(character) === true ? states[at].to : [])),
    )
  }
  return open.has(0)
}

/** States that wait for a character, or the end: what has no test is passed through. */
function reachable(states: readonly State[], from: readonly number[]): ReadonlySet<number> {
  const seen = new Set(from)
  // a set that grows is walked to its new end
  for (const at of seen) {
    const state = states[at]
    if (state?.test === undefined) state?.to.forEach(next => seen.add(next))
  }
  return seen
}

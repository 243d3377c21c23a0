import { parseEvents, YAMLException } from 'js-yaml'
import { withPlainBreaks } from './line-breaks.ts'
import { maximumDepth } from './expanded-size.ts'

/** The events of a YAML text, with the text that their offsets are of. */
export interface LenientEvents {
  readonly source: string
  readonly events: ReturnType<typeof parseEvents>
  /** The offset in the text as it was given. */
  readonly originalOffset: (offset: number) => number
}

const pad = ' '.repeat(100)

// each line that is mended costs another parse
const mostRepairs = 500
const mostWork = 64 * 1024 * 1024

/**
 * Parses YAML as go-yaml does where YAML 1.2 is stricter than it: inside brackets, braces and quotes the indentation of
 * lines means nothing (`args: [` … `]` with the bracket below the key is everywhere). Throws YAMLException.
 */
export function lenientEvents(given: string): LenientEvents {
  const text = withPlainBreaks(given)
  const first = attempt(text)
  if (first.events !== undefined) return { source: text, events: first.events, originalOffset: offset => offset }
  return repaired(text, first.error)
}

function repaired(text: string, first: unknown): LenientEvents {
  const lines = text.split('\n')
  const padded = new Set<number>()
  for (let error = first; ;) {
    const line = deficientLine(error)
    const isHopeless = padded.size >= mostRepairs || padded.size * text.length > mostWork
    if (line === undefined || padded.has(line) || isHopeless) throw error
    padded.add(line)
    lines[line] = `${pad}${lines[line]}`
    const source = lines.join('\n')
    const again = attempt(source)
    if (again.events !== undefined) {
      return { source, events: again.events, originalOffset: offsetsWithout(padded, lines) }
    }
    error = again.error
  }
}

type Attempt = { readonly events: LenientEvents['events'] } | { readonly events?: undefined; readonly error: unknown }

function attempt(source: string): Attempt {
  try {
    return { events: parseEvents(source, { maxDepth: maximumDepth }) }
  } catch (error) {
    return { error }
  }
}

function deficientLine(error: unknown): number | undefined {
  const isDeficient = error instanceof YAMLException && error.reason === 'deficient indentation'
  return isDeficient ? error.mark?.line : undefined
}

function offsetsWithout(padded: ReadonlySet<number>, lines: readonly string[]): (offset: number) => number {
  const ends: number[] = []
  let start = 0
  for (const [index, line] of lines.entries()) {
    if (padded.has(index)) ends.push(start + pad.length)
    start += line.length + 1
  }
  return offset => offset - pad.length * countUpTo(ends, offset)
}

function countUpTo(sorted: readonly number[], limit: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether a star stays within a segment of a path, or takes `/` too. */
export type Reach = 'segment' | 'anything'

type Test = (character: string) => boolean

export type Part =
  | { readonly kind: 'one' | 'many'; readonly test: Test }
  | { readonly kind: 'either'; readonly options: readonly (readonly Part[])[] }

/** Reads a glob. What is not closed, or is no alternative, stands for itself. */
export function parseGlob(pattern: string, reach: Reach): readonly Part[] {
  return new GlobParser(pattern, reach).sequence()
}

const anything: Test = () => true
const notSlash: Test = character => character !== '/'

class GlobParser {
  readonly #pattern: string
  readonly #wild: Test
  readonly #braces: ReadonlySet<number>
  #at = 0

  constructor(pattern: string, reach: Reach) {
    this.#pattern = pattern
    this.#wild = reach === 'segment' ? notSlash : anything
    this.#braces = bracesOf(pattern)
  }

  /** Parts up to the end, or up to the comma or brace that ends an alternative. */
  sequence(): readonly Part[] {
    const parts: Part[] = []
    while (this.#at < this.#pattern.length) {
      const isEnd = this.#braces.has(this.#at) && this.#pattern[this.#at] !== '{'
      if (isEnd) return parts
      this.#next(parts)
    }
    return parts
  }

  #next(parts: Part[]): void {
    const character = this.#pattern[this.#at] ?? ''
    if (character === '*') return this.#stars(parts)
    if (character === '{' && this.#braces.has(this.#at)) return void parts.push(this.#alternatives())
    if (character === '[' && this.#class(parts)) return
    this.#at += 1
    if (character === '?') return void parts.push({ kind: 'one', test: this.#wild })
    parts.push(literal(character === '\\' ? this.#escaped() : character))
  }

  #escaped(): string {
    const character = this.#pattern[this.#at] ?? '\\'
    this.#at += 1
    return character
  }

  #alternatives(): Part {
    const options: (readonly Part[])[] = []
    do {
      this.#at += 1
      options.push(this.sequence())
    } while (this.#pattern[this.#at] === ',')
    this.#at += 1
    return { kind: 'either', options }
  }

  /** `**` as a whole segment stands for any number of them, none too. */
  #stars(parts: Part[]): void {
    const from = this.#at
    while (this.#pattern[this.#at] === '*') this.#at += 1
    const after = this.#pattern[this.#at]
    const isWhole = this.#at - from === 2 && isEdge(this.#pattern[from - 1]) && isEdge(after)
    if (!isWhole || this.#wild === anything) return void parts.push({ kind: 'many', test: this.#wild })
    const deep: Part = { kind: 'many', test: anything }
    if (after === '/') {
      this.#at += 1
      parts.push({ kind: 'either', options: [[], [deep, literal('/')]] })
      return
    }
    const slash = this.#pattern[from - 1] === '/' ? parts.pop() : undefined
    parts.push(slash === undefined ? deep : { kind: 'either', options: [[], [slash, deep]] })
  }

  #class(parts: Part[]): boolean {
    const isNegated = /[!^]/.test(this.#pattern[this.#at + 1] ?? '')
    const from = this.#at + (isNegated ? 2 : 1)
    const end = this.#pattern.indexOf(']', from + 1)
    if (end === -1) return false
    const ranges = [...this.#pattern.slice(from, end).matchAll(/([^])(?:-([^]))?/g)]
    const isIn: Test = character => ranges.some(([, low = '', high = low]) => low <= character && character <= high)
    parts.push({ kind: 'one', test: character => character !== '/' && isIn(character) !== isNegated })
    this.#at = end + 1
    return true
  }
}

function literal(wanted: string): Part {
  return { kind: 'one', test: character => character === wanted }
}

function isEdge(character: string | undefined): boolean {
  return character === undefined || '/{},'.includes(character)
}

/** Where the braces and commas of alternatives stand; a pair without a comma is text. */
function bracesOf(pattern: string): ReadonlySet<number> {
  const found = new Set<number>()
  const open: { readonly at: number; readonly commas: number[] }[] = []
  for (const { index: at, 0: sign } of pattern.matchAll(/\\[^]|[{,}]/g)) {
    if (sign === '{') open.push({ at, commas: [] })
    if (sign === ',') open.at(-1)?.commas.push(at)
    const closed = sign === '}' ? open.pop() : undefined
    if (closed !== undefined && closed.commas.length > 0)
      [closed.at, ...closed.commas, at].forEach(place => found.add(place))
  }
  return found
}

/** The folders that a glob begins with, without any sign; `.` where there are none. */
export function baseOfGlob(pattern: string): string {
  const segments = pattern.split('/')
  const first = segments.findIndex(segment => /[*?[\]{}\\]/.test(segment))
  return (first === -1 ? segments : segments.slice(0, first)).join('/') || '.'
}

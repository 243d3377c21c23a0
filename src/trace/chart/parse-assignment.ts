import type { FieldPath } from '../../extract/types.ts'
import type { Span } from '../text/span.ts'

/** One value of a text of `helm --set`; the span is that of the value as it is written there. */
export interface Setting extends Span {
  readonly path: FieldPath
  readonly value: string
}

// far more than people write
const mostCharacters = 20_000
// helm takes no more: 30 levels below the first name (pkg/strvals, MaxNestedNameLevel)
const mostNames = 31

/**
 * The values that a text of `helm --set` sets, with the paths to them: `a.b=c,d[0].e=f,g={h,i}`, where a backslash takes
 * the meaning of the next character (https://helm.sh/docs/intro/using_helm/#the-format-and-limitations-of---set). What
 * can't be read that way gives nothing more.
 */
export function parseAssignment(text: string): readonly Setting[] {
  return text.length > mostCharacters ? [] : new AssignmentReader(text).settings()
}

class AssignmentReader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  settings(): readonly Setting[] {
    const settings: Setting[] = []
    while (this.#at < this.#text.length) {
      const path = this.#path()
      if (path === undefined) break
      settings.push(...this.#values(path))
      if (this.#text[this.#at] !== ',') break
      this.#at += 1
    }
    return settings
  }

  /** Up to the sign of equality. */
  #path(): FieldPath | undefined {
    const path: (string | number)[] = []
    for (;;) {
      const isIndex = this.#text[this.#at - 1] === '['
      const { value, end } = this.#until(isIndex ? ']' : '=[,.')
      const sign = this.#text[end]
      if (isIndex && (sign !== ']' || !/^\d{1,5}$/.test(value))) return undefined
      if (isIndex || value !== '') path.push(isIndex ? Number(value) : value)
      if (path.length > mostNames) return undefined
      this.#at = end + 1
      if (sign === '=') return path.length === 0 ? undefined : path
      if (sign === undefined || sign === ',') return undefined
    }
  }

  #values(path: FieldPath): readonly Setting[] {
    if (this.#text[this.#at] !== '{') return [this.#value(path, ',')]
    const items: Setting[] = []
    do {
      this.#at += 1
      items.push(this.#value([...path, items.length], ',}'))
    } while (this.#text[this.#at] === ',')
    this.#at += 1
    return items
  }

  #value(path: FieldPath, signs: string): Setting {
    const start = this.#at
    const { value, end } = this.#until(signs)
    this.#at = end
    return { path, value, start, end }
  }

  #until(signs: string): { readonly value: string; readonly end: number } {
    let value = ''
    let end = this.#at
    for (; end < this.#text.length; end += 1) {
      const character = this.#text[end] ?? ''
      if (signs.includes(character)) break
      if (character === '\\') end += 1
      value += character === '\\' ? (this.#text[end] ?? '') : character
    }
    return { value, end: Math.min(end, this.#text.length) }
  }
}

import { Buffer } from 'node:buffer'
import type { Secret } from '../secret.ts'

// one or two characters would blank out half of every sentence, and are no secret
const shortest = 3

/** Everything secret that this run has sent or been given; what a server echoes of it is blanked. */
export class Redactor {
  readonly #known = new Set<string>()
  #pattern: RegExp | undefined

  /** Takes note of a secret, in the spellings in which it may come back. */
  add(secret: Secret | string): void {
    const text = typeof secret === 'string' ? secret : secret.reveal()
    for (const spelling of spellings(text)) this.#note(spelling)
  }

  /** A `user:password` pair, also as the Basic scheme sends it. */
  addPair(username: string, password: Secret): void {
    this.add(password)
    this.add(`${username}:${password.reveal()}`)
  }

  text(text: string): string {
    if (this.#known.size === 0) return text
    this.#pattern ??= new RegExp([...this.#known].toSorted(longestFirst).map(RegExp.escape).join('|'), 'g')
    return text.replace(this.#pattern, '***')
  }

  /** The same value with every text in it redacted. */
  value<T>(value: T): T {
    return this.#known.size === 0 ? value : (this.#walk(value) as T)
  }

  #note(spelling: string): void {
    if (spelling.length < shortest || this.#known.has(spelling)) return
    this.#known.add(spelling)
    this.#pattern = undefined
  }

  #walk(value: unknown): unknown {
    if (typeof value === 'string') return this.text(value)
    if (Array.isArray(value)) return value.map(item => this.#walk(item))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.#walk(item)]))
  }
}

function spellings(text: string): readonly string[] {
  const bytes = Buffer.from(text)
  const base64 = bytes.toString('base64')
  return [
    text,
    text.trim(),
    base64,
    base64.replace(/=+$/, ''),
    bytes.toString('base64url'),
    encodeURIComponent(text.toWellFormed()),
    JSON.stringify(text).slice(1, -1),
  ]
}

function longestFirst(one: string, other: string): number {
  return other.length - one.length
}

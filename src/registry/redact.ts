import { Buffer } from 'node:buffer'
import type { Secret } from '../secret.ts'
import type { Credential } from './types.ts'

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

  addCredential(credential: Credential): void {
    if (credential.kind === 'basic') this.addPair(credential.username, credential.password)
    else this.add(credential.token)
  }

  /** A `user:password` pair, also as the Basic scheme sends it. */
  addPair(username: string, password: Secret): void {
    this.add(password)
    this.add(`${username}:${password.reveal()}`)
  }

  text(text: string): string {
    if (this.#known.size === 0) return text
    this.#pattern ??= new RegExp(
      [...this.#known]
        .toSorted(longestFirst)
        .map(text => RegExp.escape(text))
        .join('|'),
      'g',
    )
    return text.replace(this.#pattern, '***')
  }

  /** Blanks every text within a value, in place. */
  blank(value: unknown): void {
    if (this.#known.size === 0 || typeof value !== 'object' || value === null) return
    for (const [key, item] of Object.entries(value)) {
      if (typeof item === 'string') Reflect.set(value, key, this.text(item))
      else this.blank(item)
    }
  }

  #note(spelling: string): void {
    if (spelling.length < shortest || this.#known.has(spelling)) return
    this.#known.add(spelling)
    this.#pattern = undefined
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

import { Buffer } from 'node:buffer'
import type { Secret } from '../../secret.ts'
import { isKnownType } from '../content/media-types.ts'
import type { Credential } from '../types.ts'

// one or two characters would blank out half of every sentence, and are no secret
const shortest = 3
// `abc` is part of every hundredth digest
const shortestInContent = 10

/** Fields of answers and of their trails that never hold a word of a server: a password may be one of those words. */
const ours: ReadonlySet<string> = new Set([
  'kind',
  'failure',
  'at',
  'missing',
  'about',
  'by',
  'quota',
  'why',
  'method',
  'credentials',
])

// a server that issues a thousand tokens which begin alike, and writes texts of their beginning, costs seconds for each
const mostLooks = 50_000

/** Everything secret that this run has sent or been given; what a server echoes of it is blanked. */
export class Redactor {
  readonly #known = new Set<string>()
  /** The known spellings by their first characters: a run may hold thousands of tokens, and texts hold none as a rule. */
  readonly #byStart = new Map<number, string[]>()

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

  /** The text without secrets of at least so many characters; nothing of one that takes too long to be looked through. */
  text(text: string, least: number = shortest): string {
    if (this.#known.size === 0) return text
    const kept: string[] = []
    let from = 0
    let looks = 0
    for (let at = 0; at + shortest <= text.length; at++) {
      looks += this.#byStart.get(startAt(text, at))?.length ?? 0
      if (looks > mostLooks) return '***'
      const secret = this.#startingAt(text, at, least)
      if (secret === undefined) continue
      kept.push(text.slice(from, at))
      from = at + secret.length
      at = from - 1
    }
    return from === 0 ? text : [...kept, text.slice(from)].join('***')
  }

  /** Blanks every text within a value, in place, but for the words that are ours. Tells whether there was one. */
  blank(value: unknown, least: number = shortest): boolean {
    if (this.#known.size === 0 || typeof value !== 'object' || value === null) return false
    let isBlanked = false
    for (const [key, item] of Object.entries(value)) {
      if (typeof item !== 'string') isBlanked = this.blank(item, least) || isBlanked
      else if (!ours.has(key) && !isKnownType(item))
        isBlanked = this.#blankText({ value, key, item }, least) || isBlanked
    }
    return isBlanked
  }

  /** The same for what is judged and not only read: a weak password must not change a digest or a platform. */
  blankContent(value: unknown): boolean {
    return this.blank(value, shortestInContent)
  }

  #blankText({ value, key, item }: { value: object; key: string; item: string }, least: number): boolean {
    const text = this.text(item, least)
    if (text !== item) Reflect.set(value, key, text)
    return text !== item
  }

  #note(spelling: string): void {
    if (spelling.length < shortest || this.#known.has(spelling)) return
    this.#known.add(spelling)
    const start = startAt(spelling, 0)
    const same = this.#byStart.get(start) ?? []
    this.#byStart.set(start, [...same, spelling].toSorted(longestFirst))
  }

  #startingAt(text: string, at: number, least: number): string | undefined {
    const alike = this.#byStart.get(startAt(text, at))
    return alike?.find(spelling => spelling.length >= least && text.startsWith(spelling, at))
  }
}

// as many characters as the shortest secret has
function startAt(text: string, at: number): number {
  return (text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1)) * 65_536 + text.charCodeAt(at + 2)
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

/** One challenge of a WWW-Authenticate header (RFC 9110, 11.6.1); names in lower case. */
export interface Challenge {
  readonly scheme: string
  readonly parameters: ReadonlyMap<string, string>
}

interface OpenChallenge {
  readonly scheme: string
  readonly parameters: Map<string, string>
}

const token = /[!#$%&'*+\-.^_`|~0-9A-Za-z]+/y
const separators = /[\s,]+/y
const equals = /\s*=\s*/y
const quoted = /"((?:[^"\\]|\\.)*)"?/sy
const bare = /[^\s,]*/y

/**
 * Reads all challenges of all header lines. One line may hold several, a value may hold commas inside quotes, and what
 * is no challenge is passed over: registries send blank and broken headers.
 */
export function parseChallenges(header: string | readonly string[] | undefined): readonly Challenge[] {
  const lines = header === undefined ? [] : typeof header === 'string' ? [header] : header
  return lines.flatMap(parseLine)
}

function parseLine(line: string): readonly Challenge[] {
  const found: OpenChallenge[] = []
  const reader = new Reader(line)
  while (!reader.done) {
    if (reader.take(separators) !== undefined) continue
    const name = reader.take(token)?.toLowerCase()
    if (name === undefined) reader.skip()
    else if (reader.take(equals) === undefined) found.push({ scheme: name, parameters: new Map() })
    else addParameter(found.at(-1), name, reader.value())
  }
  return found
}

// the first of equal parameters counts: a second one is how a header is tampered with
function addParameter(challenge: OpenChallenge | undefined, name: string, value: string): void {
  if (challenge !== undefined && !challenge.parameters.has(name)) challenge.parameters.set(name, value)
}

class Reader {
  readonly #text: string
  #position = 0

  constructor(text: string) {
    this.#text = text
  }

  get done(): boolean {
    return this.#position >= this.#text.length
  }

  skip(): void {
    this.#position += 1
  }

  take(pattern: RegExp): string | undefined {
    return this.#match(pattern)?.[0]
  }

  value(): string {
    const text = this.#match(quoted)?.[1]
    return text === undefined ? (this.take(bare) ?? '') : text.replace(/\\(.)/gs, '$1')
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#position
    const match = pattern.exec(this.#text)
    if (match !== null) this.#position = pattern.lastIndex
    return match
  }
}

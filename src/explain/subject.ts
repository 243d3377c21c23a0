/** What a message is about, as far as it says. */
export interface Subject {
  /** As pulled, e.g. `ghcr.io/acme/web:1.27.3`. */
  readonly image?: string | undefined
  readonly secret?: string | undefined
}

const imageNames: readonly RegExp[] = [
  /[Ii]mage(?: tag| name)? "([^"\s]{1,512})"/,
  /reference "([^"\s]{1,512})"/,
  /docker:\/\/([^\s:"]+(?::\d+\/[^\s:"]+)?(?::[\w.-]+)?(?:@sha\d+:[0-9a-f]+)?)/,
  /image pull failed for (\S+) because/,
  /image: ([^\s"]+\/[^\s"]+):? /,
]

/** Reads image and secret from the statements, the first that names one. */
export function subjectOf(statements: readonly string[]): Subject {
  return {
    image: first(statements, imageNames),
    secret: first(statements, [/image pull secrets \(([\w.-]+)/]),
  }
}

function first(statements: readonly string[], patterns: readonly RegExp[]): string | undefined {
  const texts = statements.map(statement => statement.slice(0, 8192))
  return texts.flatMap(text => patterns.flatMap(pattern => pattern.exec(text)?.[1] ?? []))[0]
}

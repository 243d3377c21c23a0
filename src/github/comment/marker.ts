/** The first line of a comment of ours, invisible when shown. Percent-encoding keeps a key from ending it. */
export function commentMarker(key: string): string {
  return `<!-- will-it-pull:${encoded(key)} -->`
}

/** The first line of a suggestion of ours. All of one instance begin with `suggestionPrefix`. */
export function suggestionMarker(key: string, fingerprint: string): string {
  return `${suggestionPrefix(key)}${fingerprint} -->`
}

/** What the suggestions of one instance begin with. */
export function suggestionPrefix(key: string): string {
  return `<!-- will-it-pull-suggestion:${encoded(key)}:`
}

function encoded(key: string): string {
  return encodeURIComponent(key.toWellFormed()).replaceAll('-', '%2D')
}

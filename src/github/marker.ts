/** The first line of a comment of ours, invisible when shown. Percent-encoding keeps a key from ending it. */
export function commentMarker(key: string): string {
  return `<!-- will-it-pull:${encodeURIComponent(key.toWellFormed())} -->`
}

/** The first line of a suggestion of ours. All of one instance begin with `suggestionPrefix`. */
export function suggestionMarker(key: string, fingerprint: string): string {
  return `${suggestionPrefix(key)}${fingerprint} -->`
}

/** What the suggestions of one instance begin with. */
export function suggestionPrefix(key: string): string {
  return `<!-- will-it-pull-suggestion:${encodeURIComponent(key.toWellFormed())}:`
}

/** The registry's host as written, and what follows it. */
export interface SplitName {
  readonly domain: string
  readonly rest: string
}

/**
 * Tells the registry from the path (distribution/reference normalize.go, splitDockerDomain): the text before the first
 * `/` is a host if it is `localhost`, has a `.`, a `:` or an upper-case letter; all else is on Docker Hub.
 */
export function splitDomain(name: string): SplitName {
  const slash = name.indexOf('/')
  if (slash < 0) return { domain: 'docker.io', rest: `library/${name}` }
  const first = name.slice(0, slash)
  const split = looksLikeHost(first)
    ? { domain: first, rest: name.slice(slash + 1) }
    : { domain: 'docker.io', rest: name }
  const domain = split.domain === 'index.docker.io' ? 'docker.io' : split.domain
  const isOfficial = domain === 'docker.io' && !split.rest.includes('/')
  return { domain, rest: isOfficial ? `library/${split.rest}` : split.rest }
}

function looksLikeHost(text: string): boolean {
  return text === 'localhost' || text.includes('.') || text.includes(':') || text.toLowerCase() !== text
}

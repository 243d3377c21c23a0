/** A name, tag and digest that match the grammar; the digest's content is not yet judged. */
export interface Parts {
  readonly domain: string
  readonly path: string
  readonly tag: string | null
  readonly digest: string | null
}

// distribution/reference regexp.go, part by part; no part can match the same text in two ways, so time is linear
const label = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])'
const host = `(?:${label}(?:\\.${label})*|\\[[a-fA-F0-9:]+\\])`
const domain = `${host}(?::[0-9]+)?`
const component = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*'
const path = `${component}(?:/${component})*`
const tag = '[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127}'
const algorithm = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*'
const digest = `${algorithm}:[0-9a-fA-F]{32,}`

const reference = new RegExp(
  `^(?:(?<domain>${domain})/)?(?<path>${path})(?::(?<tag>${tag}))?(?:@(?<digest>${digest}))?$`,
)
const wholeDomain = new RegExp(`^${domain}$`)
const wholePath = new RegExp(`^${path}$`)

/** Matches `[domain/]path[:tag][@digest]`, or gives undefined. */
export function matchReference(text: string): Parts | undefined {
  const groups = reference.exec(text)?.groups
  if (groups === undefined) return undefined
  return {
    domain: groups['domain'] ?? '',
    path: groups['path'] ?? '',
    tag: groups['tag'] ?? null,
    digest: groups['digest'] ?? null,
  }
}

/** Whether a text is a host with or without a port. */
export function isDomain(text: string): boolean {
  return wholeDomain.test(text)
}

/** Whether a text is a repository's path. */
export function isPath(text: string): boolean {
  return wholePath.test(text)
}

import { toBytes } from './bytes.ts'
import { matchesLabel } from './glob.ts'
import type { KeyringEntry, KeyringMatch } from './types.ts'
import { parseUrl, type Location } from './url.ts'

const defaultRegistry = 'index.docker.io'

/**
 * The logins that the kubelet tries for a repository (`docker.io/library/nginx`), in its order: keys in descending byte
 * order, equal keys in the order of the secrets (pkg/credentialprovider/keyring.go). Where nothing matches, the pull is
 * anonymous. Equal keys of one secret, which the kubelet takes in any order, keep theirs.
 */
export function lookup(secrets: readonly (readonly KeyringEntry[])[], repository: string): KeyringMatch[] {
  const indexed = secrets.flat().flatMap(entry => {
    const key = indexKey(entry.key)
    return key === undefined ? [] : [{ entry, key }]
  })
  const subject = parseUrl(`https://${toBytes(repository)}`)
  const matching = indexed.filter(({ key }) => subject !== undefined && matches(key, subject))
  if (matching.length > 0)
    return matching.toSorted((a, b) => descending(a.key, b.key)).map(({ entry }) => ({ entry, by: 'key' }))
  if (!isOfDefaultRegistry(repository)) return []
  return indexed.filter(({ key }) => key === defaultRegistry).map(({ entry }) => ({ entry, by: 'default-registry' }))
}

/** Host and path, without what Docker's old keys end in; undefined where the kubelet skips the key. */
function indexKey(written: string): string | undefined {
  const key = toBytes(written)
  const location = parseUrl(/^https?:\/\//.test(key) ? key : `https://${key}`)
  if (location === undefined) return undefined
  const path = /^\/v[12]\//.test(location.path) ? location.path.slice(3) : location.path
  return path === '/' ? location.host : location.host + path
}

// the kubelet parses what it made of the key once more, so that an escaped `?` ends the path after all
function matches(key: string, subject: Location): boolean {
  const pattern = parseUrl(`https://${key}`)
  if (pattern === undefined || !subject.path.startsWith(pattern.path)) return false
  const wanted = splitHost(pattern.host)
  const given = splitHost(subject.host)
  return (
    wanted.port === given.port &&
    wanted.labels.length === given.labels.length &&
    wanted.labels.every((label, at) => matchesLabel(label, given.labels[at] ?? ''))
  )
}

// Go's net.SplitHostPort; what it refuses is all host
function splitHost(host: string): { readonly labels: readonly string[]; readonly port: string } {
  const [, bracketed, plain, port] = /^(?:\[([^\]]*)\]|([^:[\]]*)):([^:[\]]*)$/.exec(host) ?? []
  const name = port === undefined ? host : (bracketed ?? plain ?? '')
  return { labels: name.split('.'), port: port ?? '' }
}

function isOfDefaultRegistry(repository: string): boolean {
  const [first = '', ...rest] = repository.split('/')
  if (first === '') return false
  return rest.length === 0 || first === 'docker.io' || first === defaultRegistry || !/[.:]/.test(first)
}

function descending(a: string, b: string): number {
  if (a === b) return 0
  return a > b ? -1 : 1
}

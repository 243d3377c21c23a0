/** Spellings of Docker Hub that logins are kept under; the first is docker's own. */
const hubKeys = [
  'https://index.docker.io/v1/',
  'docker.io',
  'index.docker.io',
  'registry-1.docker.io',
  'registry.hub.docker.com',
] as const

const hub: ReadonlySet<string> = new Set(hubKeys.slice(1))

/** The key under which docker stores and asks for a registry's login. */
export function serverKey(registry: string): string {
  return hub.has(registry) ? hubKeys[0] : registry
}

/**
 * The entry for a repository: the most specific of podman's namespaced keys, then the host as docker writes it, then any
 * other spelling of that host (docker/cli, cli/config/credentials/file_store.go; containers-auth.json.5).
 */
export function findKey(keys: Iterable<string>, registry: string, repository: string): string | undefined {
  const all = [...keys]
  const wanted = [...namespaced(registry, repository), serverKey(registry), registry]
  const exact = wanted.find(key => all.includes(key))
  return exact ?? all.find(key => hostOf(key) === hostOf(serverKey(registry)))
}

/**
 * Other spellings of the host of an entry: `https://host` beside `host`, say. Old logins left the one behind, new ones
 * write the other, and either may be out of date (aws/aws-cli#2351).
 */
export function findOthers(keys: Iterable<string>, found: string): readonly string[] {
  return [...keys].filter(key => key !== found && hostOf(key) === hostOf(found))
}

function namespaced(registry: string, repository: string): readonly string[] {
  const parts = repository.split('/')
  return parts.map((_, index) => [registry, ...parts.slice(0, parts.length - index)].join('/'))
}

/** A key's host, with all spellings of Docker Hub made one; the port is significant. */
function hostOf(key: string): string {
  const bare = key.replace(/^https?:\/\//, '')
  const [host = '', ...path] = bare.split('/')
  // another path is a namespace, which is not this one
  if (path.some(part => part !== '' && !/^v[12]$/.test(part))) return key
  return hub.has(host) ? 'docker.io' : host
}

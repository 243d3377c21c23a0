/**
 * Whether a git URL names the repository that is checked, whose address `own` is. Where that is not known, every URL may
 * be it, and the path decides.
 */
export function isOwnRepository(url: string, own: string | undefined): boolean {
  const ours = own === undefined ? undefined : repositoryPath(own)
  return ours === undefined || repositoryPath(url) === ours
}

/** Whether an address is that of a remote, so that others can be told from it. */
export function isKnownRepository(own: string | undefined): own is string {
  return own !== undefined && repositoryPath(own) !== undefined
}

/**
 * `acme/gitops` of `git@github.com:acme/gitops.git` and `https://github.com/acme/gitops`: the last two parts, as hosts
 * have several names. Undefined for what is no remote.
 */
export function repositoryPath(url: string): string | undefined {
  const [, path] = /^(?:(?:https?|ssh|git):\/\/[^/]+\/|[\w.-]+@[\w.-]+:)(.+)$/.exec(url) ?? []
  const parts = path
    ?.replace(/\/+$/, '')
    .replace(/\.git$/i, '')
    .split('/')
    .filter(part => part !== '' && part !== '_git')
  return parts?.slice(-2).join('/').toLowerCase()
}

/** `gitops` of `https://github.com/acme/gitops`; undefined for what is no remote. */
export function repositoryName(url: string): string | undefined {
  return repositoryPath(url)?.split('/').at(-1)
}

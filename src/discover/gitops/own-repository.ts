/**
 * Whether a git URL names the repository that is checked. Where its own address is known, the repository's name decides,
 * so that a fork knows itself in its objects; else every URL may be it, and the path decides.
 */
export function isOwnRepository(url: string, own: string | undefined): boolean {
  const ours = own === undefined ? undefined : repositoryName(own)
  return ours === undefined || repositoryName(url) === ours
}

/** `gitops` of `git@github.com:acme/gitops.git` and `https://github.com/acme/gitops`; undefined for what is no remote. */
export function repositoryName(url: string): string | undefined {
  const isRemote = /^(?:https?|ssh|git):\/\/[^/]+\/|^[\w.-]+@[\w.-]+:/.test(url)
  const name = /([^/:]+?)(?:\.git)?\/*$/.exec(url)?.[1]
  return isRemote ? name?.toLowerCase() : undefined
}

/**
 * The number in the ref of a merge group, `refs/heads/gh-readonly-queue/<base>/pr-<n>-<sha>`. Undefined where the ref
 * is not exactly of that shape: a wrong pull request is worse than none.
 */
export function mergeGroupNumber(headRef: string): number | undefined {
  const match = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-([1-9]\d{0,8})-[0-9a-f]{40}$/.exec(headRef)
  if (!match?.[1] || !match[2]) return undefined
  return /(?:^|\/)(?:gh-readonly-queue|pr-\d+-[0-9a-f]{40})(?:\/|$)/.test(match[1]) ? undefined : Number(match[2])
}

/**
 * Whether a revision is a tag, a range of tags or a commit: what it holds does not follow from a change. A branch is taken
 * for the one that the change goes to.
 */
export function isPinned(revision: string | undefined): revision is string {
  if (revision === undefined) return false
  return /^(?:[0-9a-f]{40}|refs\/tags\/.+|[v^~<>=]*\s*\d+(?:\.(?:\d+|[x*]))+(?:[-+.].*)?|\d+\.?[x*])$/i.test(revision)
}

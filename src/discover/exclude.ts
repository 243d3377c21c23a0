import picomatch from 'picomatch'

/** Whether a root-relative path is left out by the globs of `exclude`; a folder's path leaves out all that is in it. */
export function createExclude(patterns: readonly string[]): (path: string) => boolean {
  if (patterns.length === 0) return () => false
  const globs = patterns.map(pattern => pattern.replace(/^\.\//, '').replace(/(?<=.)\/+$/, ''))
  return picomatch(globs, { dot: true, nonegate: true })
}

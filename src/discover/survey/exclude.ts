import { compileGlob } from '../../glob/glob.ts'

/** Whether a root-relative path is left out by the globs of `exclude`; a folder's path leaves out all that is in it. */
export function createExclude(patterns: readonly string[]): (path: string) => boolean {
  const globs = patterns.map(pattern => compileGlob(pattern.replace(/^\.\//, '').replace(/(?<=.)\/+$/, ''), 'segment'))
  return path => globs.some(matches => matches(path))
}

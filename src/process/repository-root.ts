import { existsSync, realpathSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The top level of the git work tree that holds `path`, as a real native path; without one the folder itself.
 * Looks for `.git` (a folder, or a file in worktrees and submodules) and runs no git, so no configuration of the
 * repository takes part.
 */
export async function repositoryRoot(path: string): Promise<string> {
  const folder = folderOf(nearestReal(path))
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at
    if (dirname(at) === at) return folder
  }
}

/** A path that does not exist is a wrong call, reported later by its name: its nearest existing parent stands in. */
function nearestReal(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return dirname(path) === path ? path : nearestReal(dirname(path))
  }
}

function folderOf(path: string): string {
  return statSync(path).isDirectory() ? path : dirname(path)
}

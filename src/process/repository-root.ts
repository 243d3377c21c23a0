import { realpath, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * The top level of the git work tree that holds `path`, as a real native path; without one the folder itself.
 * Looks for `.git` (a folder, or a file in worktrees and submodules) and runs no git, so no configuration of the
 * repository takes part.
 */
export async function repositoryRoot(path: string): Promise<string> {
  const folder = await folderOf(await nearestReal(path))
  for (let at = folder; ; at = dirname(at)) {
    if (await exists(join(at, '.git'))) return at
    if (dirname(at) === at) return folder
  }
}

/** A path that does not exist is a wrong call, reported later by its name: its nearest existing parent stands in. */
async function nearestReal(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    return dirname(path) === path ? path : nearestReal(dirname(path))
  }
}

async function folderOf(path: string): Promise<string> {
  const found = await stat(path)
  return found.isDirectory() ? path : dirname(path)
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch {
    return false
  }
}

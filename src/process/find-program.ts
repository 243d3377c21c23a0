import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { delimiter, isAbsolute, join } from 'node:path'

/**
 * The absolute path of a program: given so, or found on `searchPath`. Folders on it that are not absolute are passed
 * over: with them, a file of the checked repository could be run.
 */
export async function findProgram(program: string, searchPath: string): Promise<string | undefined> {
  if (isAbsolute(program)) return (await isExecutable(program)) ? program : undefined
  if (program === '' || /[/\\]/.test(program)) return undefined
  for (const folder of absoluteFolders(searchPath)) {
    if (await isExecutable(join(folder, program))) return join(folder, program)
  }
  return undefined
}

/** The folders of a PATH that don't depend on where a program is started. */
export function absoluteFolders(searchPath: string): readonly string[] {
  return searchPath.split(delimiter).filter(folder => isAbsolute(folder))
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}

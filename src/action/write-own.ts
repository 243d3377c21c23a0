import { realpathSync } from 'node:fs'
import { constants, open } from 'node:fs/promises'
import { basename, dirname, join, resolve, sep } from 'node:path'

/**
 * Writes a file that the workflow named. Below the workspace no link is followed: there a change may have put one that
 * leads to any file of the runner. Throws where there is one.
 */
export async function writeOwn(path: string, text: string, workspace: string): Promise<void> {
  const asked = resolve(workspace, path)
  const isBelow = asked.startsWith(`${resolve(workspace)}${sep}`)
  const place = isBelow ? withoutLinks(asked, workspace) : asked
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | (isBelow ? (constants.O_NOFOLLOW ?? 0) : 0)
  await using file = await open(place, flags).catch(error => {
    throw isLink(error) ? new Error(`${path} is a link, and none is followed in the workspace`) : error
  })
  await file.writeFile(text)
}

function isLink(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ELOOP'
}

function withoutLinks(path: string, workspace: string): string {
  const folder = realpathSync.native(dirname(path))
  const wanted = join(realpathSync.native(workspace), dirname(path).slice(resolve(workspace).length))
  if (folder !== wanted.replace(/(?<=.)[/\\]$/, '')) throw new Error(`a link leads from ${dirname(path)} elsewhere`)
  return join(folder, basename(path))
}

import { realpathSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { findProgram } from '../find-program.ts'

// scripts and shims are small, and what they run is not told by what they are
const smallestProgram = 8 * 1024 * 1024

/**
 * What tells a program from any other on this machine, other versions of it among them: the file behind its name, with
 * the times that an update changes. Undefined for what may run something else: a script, or a manager of versions.
 */
export async function programIdentity(program: string, searchPath: string): Promise<string | undefined> {
  const found = await findProgram(program, searchPath)
  if (found === undefined) return undefined
  try {
    const path = realpathSync.native(found)
    const { dev, ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true })
    if (size < smallestProgram || !/^(?:helm|kubectl|kustomize)/i.test(basename(path))) return undefined
    return [path, dev, ino, size, mtimeNs, ctimeNs].join('\n')
  } catch {
    return undefined
  }
}

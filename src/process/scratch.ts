import { cp, mkdir, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, isAbsolute, join, normalize, sep } from 'node:path'
import type { Scratch } from '../world.ts'

/** Makes a temporary folder that only this user can read. It is removed, with all in it, when disposed. */
export async function createScratch(): Promise<Scratch> {
  const path = await mkdtemp(join(tmpdir(), 'will-it-pull-'))
  return {
    path,
    write: (name, content) => write(path, name, content),
    copy: (folder, name) => copy(folder, placeIn(path, name)),
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 3 }),
  }
}

async function write(folder: string, name: string, content: string | Uint8Array): Promise<string> {
  const file = placeIn(folder, name)
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(file, content, { mode: 0o600 })
  return file
}

async function copy(from: string, to: string): Promise<string> {
  await cp(from, to, { recursive: true, dereference: true, filter: (source, place) => takes(source, from, place) })
  return to
}

async function takes(source: string, from: string, place: string): Promise<boolean> {
  if (source !== from && source.toLowerCase().endsWith(`${sep}.git`)) return false
  const leads = await stat(source).then(
    () => true,
    () => false,
  )
  // what leads nowhere stays so: told from its new place, it might lead somewhere
  if (!leads) await symlink(join(sep, 'nonexistent', 'target'), place)
  return leads
}

function placeIn(folder: string, name: string): string {
  const inside = normalize(name)
  if (isAbsolute(inside) || inside.split(sep).includes('..')) throw new Error(`not a name inside the folder: ${name}`)
  return join(folder, inside)
}

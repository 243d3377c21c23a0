import { relative } from 'node:path/posix'
import { readKustomization } from '../../discover/kustomize/kustomization.ts'
import type { Files, Reuse } from '../../world.ts'

const mostRoots = 100

/**
 * What decides the output of a build: all in the folders of the kustomization and of those that it includes, and where
 * they lie to each other. A build reads nothing outside of them, but for the files that they name where it may load from
 * anywhere. Undefined where there are too many.
 */
export async function kustomizeReuse(path: string, files: Files, loadsAnywhere?: true): Promise<Reuse | undefined> {
  const roots = new Set([path])
  const named = new Set<string>()
  for (const root of roots) {
    if (roots.size + named.size > mostRoots) return undefined
    const { folders, others } = await includesOf(root, files)
    // a set that grows is walked to its new end
    for (const included of folders) roots.add(included)
    if (loadsAnywhere === true) others.filter(file => !file.startsWith(`${root}/`)).forEach(file => named.add(file))
  }
  const all = [...roots, ...named]
  return { reads: all.map(part => files.native(part)), told: all.map(part => relative(path, part)), outlives: true }
}

interface Includes {
  readonly folders: readonly string[]
  readonly others: readonly string[]
}

async function includesOf(root: string, files: Files): Promise<Includes> {
  const includes = (await readKustomization(files, root))?.includes ?? []
  const kinds = await Promise.all(includes.map(path => files.kind(path)))
  const folders = includes.filter((_, index) => kinds[index] === 'folder')
  return {
    folders: await Promise.all(folders.map(async path => (await files.real(path)) ?? path)),
    others: includes.filter((_, index) => kinds[index] !== 'folder'),
  }
}

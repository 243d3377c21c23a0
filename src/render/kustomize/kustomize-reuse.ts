import { relative } from 'node:path/posix'
import { readKustomization } from '../../discover/kustomize/kustomization.ts'
import type { Files, Reuse } from '../../world.ts'

const mostRoots = 100

/**
 * What decides the output of a build: all in the folders of the kustomization and of those that it includes, since a build
 * reads nothing outside of them, and where they lie to each other. Undefined where there are too many.
 */
export async function kustomizeReuse(path: string, files: Files): Promise<Reuse | undefined> {
  const roots = new Set([path])
  for (const root of roots) {
    if (roots.size > mostRoots) return undefined
    // a set that grows is walked to its new end
    for (const included of await foldersOf(root, files)) roots.add(included)
  }
  const places = [...roots].map(root => relative(path, root))
  return { reads: [...roots].map(root => files.native(root)), told: places, outlives: true }
}

async function foldersOf(root: string, files: Files): Promise<readonly string[]> {
  const includes = (await readKustomization(files, root))?.includes ?? []
  const kinds = await Promise.all(includes.map(path => files.kind(path)))
  const folders = includes.filter((_, index) => kinds[index] === 'folder')
  return Promise.all(folders.map(async path => (await files.real(path)) ?? path))
}

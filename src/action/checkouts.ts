import { access, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { repositoryRoot } from '../process/repository-root.ts'

/**
 * The folders of git checkouts, absolute, that a check of `paths` may read from: that of the root, those of the paths,
 * and those directly below the root, where `path:` of actions/checkout puts them.
 */
export async function checkouts(root: string, paths: readonly string[]): Promise<readonly string[]> {
  const entries = await readdir(root, { withFileTypes: true })
  const below = entries.filter(entry => entry.isDirectory()).map(({ name }) => name)
  const roots = await Promise.all([...paths, ...below].map(path => repositoryRoot(resolve(root, path))))
  const folders = [...new Set([root, ...roots])]
  const areCheckouts = await Promise.all(folders.map(isCheckout))
  return folders.filter((_, at) => areCheckouts[at])
}

async function isCheckout(folder: string): Promise<boolean> {
  return access(join(folder, '.git')).then(
    () => true,
    () => false,
  )
}

import type { Files } from '../../world.ts'
import { looksLikeManifest } from './looks-like-manifest.ts'

/** How far folders are looked through for manifests. */
export const manifestExtent = { links: false, mostEntries: 500_000, deepest: 64 }

/** Of the files, those that are manifests, and YAML that can't be read, so that the report names it. */
export async function manifestFiles(files: Files, paths: readonly string[]): Promise<readonly string[]> {
  const named = paths.filter(path => /\.(?:ya?ml|json)$/i.test(path))
  const isOne = await Promise.all(named.map(path => isManifest(files, path)))
  return named.filter((_, index) => isOne[index]).toSorted()
}

/** JSON that can't be read is mostly something else. */
export async function isManifest(files: Files, path: string): Promise<boolean> {
  const read = await files.read(path)
  if (read.kind === 'text') return looksLikeManifest(read.text)
  return /\.ya?ml$/i.test(path)
}

/** What stands beside a kustomization and is no part of it may still tell Argo CD to apply that. */
export async function isApplication(files: Files, path: string): Promise<boolean> {
  const read = await files.read(path)
  return (
    read.kind === 'text' && read.text.includes('argoproj.io/') && /^kind: *Application(?:Set)?\s*$/m.test(read.text)
  )
}

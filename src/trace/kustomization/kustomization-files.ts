import { kustomizationNames, readKustomization } from '../../discover/kustomize/kustomization.ts'
import type { World } from '../../world.ts'
import { TextFile, type TextFiles } from '../text/text-file.ts'

/** A file that a kustomization is built from. */
export interface KustomizationFile {
  readonly file: TextFile
  /** Whether it is a kustomization itself: it may hold the text of patches. */
  readonly isKustomization: boolean
}

// far more than people write; a build would take minutes
const mostFiles = 2000

/**
 * The files that building the kustomization of a folder reads, its own first, then those of its bases and components.
 * Undefined where they are too many or one is missing, so that no copy of them can be built.
 */
export async function kustomizationFiles(
  folder: string,
  { files, texts }: { readonly files: World['files']; readonly texts: TextFiles },
): Promise<readonly KustomizationFile[] | undefined> {
  const found = new Map<string, KustomizationFile>()
  const asked = new Set([folder])
  for (const path of asked) {
    if (found.size >= mostFiles) return undefined
    const kind = await files.kind(path)
    const own = kind === 'folder' ? await kustomizationIn(path, texts) : undefined
    if (kind === 'folder' && own === undefined) return undefined
    // what is no text gives no image: that it is there is enough
    const file = own ?? (kind === 'file' ? ((await texts.read(path)) ?? new TextFile(path, '')) : undefined)
    if (file !== undefined) found.set(file.path, { file, isKustomization: own !== undefined })
    // a set that grows is walked to its new end
    const includes = own === undefined ? [] : ((await readKustomization(files, path))?.includes ?? [])
    for (const include of includes) asked.add(include)
  }
  return [...found.values()]
}

async function kustomizationIn(folder: string, texts: TextFiles): Promise<TextFile | undefined> {
  const prefix = folder === '.' || folder === '' ? '' : `${folder}/`
  for (const name of kustomizationNames) {
    const file = await texts.read(`${prefix}${name}`)
    if (file !== undefined) return file
  }
  return undefined
}

import { kustomizeSources } from '../kustomize/kustomize-sources.ts'
import { resolvePath } from '../survey/root-path.ts'
import type { SourceGap } from '../types.ts'
import type { DeliveryContext } from './context.ts'
import { folderKind } from './folder-kind.ts'

/** The components that are laid over a kustomization. */
export interface Components {
  /** Root-relative folders. */
  readonly folders: readonly string[]
  readonly gaps: readonly SourceGap[]
}

/** Finds the components of Argo CD and Flux, which are named from the kustomization's folder. */
export async function findComponents(
  names: readonly string[],
  folder: string,
  { files, note }: DeliveryContext,
): Promise<Components> {
  const folders: string[] = []
  const gaps: SourceGap[] = []
  for (const name of names) {
    const path = resolvePath(folder, name)
    const isThere = path !== undefined && (await folderKind(files, path)) === 'kustomization'
    const [found] = isThere ? (await kustomizeSources(files, [path], new Set([path]))).sources : []
    if (path === undefined || found === undefined) gaps.push({ why: 'path-missing', detail: name })
    else if (found.kind === 'unresolved') gaps.push(found)
    else folders.push(path)
  }
  note({ madeWith: folders })
  return { folders, gaps: gaps.map(({ why, detail }) => ({ why, detail })) }
}

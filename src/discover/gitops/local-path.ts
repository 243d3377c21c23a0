import { join } from 'node:path/posix'
import { resolvePath } from '../survey/root-path.ts'
import type { SourceGap } from '../types.ts'
import type { DeliveryContext } from './context.ts'
import { isOwnRepository } from './own-repository.ts'

/** A folder of a git repository that an object names. */
export type LocalPath = { readonly kind: 'local'; readonly path: string } | ({ readonly kind: 'elsewhere' } & SourceGap)

/**
 * Where a path of a git repository lies in ours. The URL is undefined where the object that names it is not known: then
 * the path alone decides.
 */
export async function localPath(url: string | undefined, path: string, context: DeliveryContext): Promise<LocalPath> {
  const shown = url === undefined ? path : `${url} ${path}`
  if (url !== undefined && !isOwnRepository(url, context.own)) return elsewhere(shown)
  const inside = resolvePath('.', join('.', path.replace(/^\/+/, '')))
  if (inside === undefined) return elsewhere(shown)
  const kind = await context.files.kind(inside)
  return kind === 'folder' || kind === 'file' ? { kind: 'local', path: inside } : elsewhere(shown)
}

function elsewhere(detail: string): LocalPath {
  return { kind: 'elsewhere', why: 'remote-source', detail }
}

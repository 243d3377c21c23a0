import { join } from 'node:path/posix'
import { resolvePath } from '../survey/root-path.ts'
import type { SourceGap } from '../types.ts'
import type { DeliveryContext } from './context.ts'
import { isKnownRepository, isOwnRepository } from './own-repository.ts'
import { isPinned } from './revision.ts'

/** A folder of a git repository that an object names. */
export type LocalPath = { readonly kind: 'local'; readonly path: string } | ({ readonly kind: 'elsewhere' } & SourceGap)

/** What an object tells of a git repository. */
export interface GitPlace {
  readonly url: string | undefined
  readonly revision?: string | undefined
}

/**
 * Where a path of a git repository lies in ours. The URL is undefined where the object that names it is not known: then
 * the path alone decides.
 */
export async function localPath(place: GitPlace, path: string, context: DeliveryContext): Promise<LocalPath> {
  const { url, revision } = place
  const shown = [url, path, revision === undefined ? '' : `at ${revision}`].filter(Boolean).join(' ')
  if (url !== undefined && !isOwnRepository(url, context.own)) return elsewhere(shown)
  if (isPinned(revision)) return elsewhere(shown, isKnownRepository(context.own) ? 'other-revision' : 'remote-source')
  const inside = resolvePath('.', join('.', path.replace(/^\/+/, '')))
  if (inside === undefined) return elsewhere(shown)
  const kind = await context.files.kind(inside)
  if (kind === 'folder' || kind === 'file') return { kind: 'local', path: inside }
  return elsewhere(shown, url !== undefined && isKnownRepository(context.own) ? 'path-missing' : 'remote-source')
}

function elsewhere(detail: string, why: SourceGap['why'] = 'remote-source'): LocalPath {
  return { kind: 'elsewhere', why, detail }
}

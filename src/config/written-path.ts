import { isAbsolute, relative, sep } from 'node:path'
import { join } from 'node:path/posix'
import type { Files } from '../world.ts'

/** Where a path leads that is written in the configuration: below the root, or anywhere else (absolute, native). */
export type WrittenPath =
  | { readonly kind: 'inside'; readonly path: string }
  | { readonly kind: 'outside'; readonly path: string }

/** Resolves a path that is relative to a root-relative folder. Links are not followed here. */
export function writtenPath(root: Pick<Files, 'root' | 'native'>, folder: string, written: string): WrittenPath {
  const path = isAbsolute(written) ? relative(root.root, written).split(sep).join('/') || '.' : join(folder, written)
  const leaves = path === '..' || path.startsWith('../') || isAbsolute(path)
  if (leaves) return { kind: 'outside', path: root.native(path) }
  return { kind: 'inside', path: path.replace(/(?<=.)\/+$/, '') }
}

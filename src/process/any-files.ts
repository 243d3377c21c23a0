import { resolve } from 'node:path'
import type { ReadableFiles } from '../config/named-files.ts'
import { createFiles } from './files.ts'

/** Any file at all, since a person may name what is theirs; a relative path begins at `working`, which is absolute. */
export function anyFiles(working: string): ReadableFiles {
  const files = createFiles(resolve('/'), { granted: [resolve('/')] })
  const native = (path: string) => resolve(working, path)
  return {
    read: (path, limit) => files.read(native(path), limit),
    kind: path => files.kind(native(path)),
    native,
  }
}

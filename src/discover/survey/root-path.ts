import { join } from 'node:path/posix'

/**
 * Where `reference`, written in a file of `folder`, leads: a root-relative path without `.` and a trailing slash.
 * Undefined when it leaves the root.
 */
export function resolvePath(folder: string, reference: string): string | undefined {
  if (reference.startsWith('/')) return undefined
  const path = join(folder, reference).replace(/(?<=.)\/+$/, '')
  return path === '..' || path.startsWith('../') ? undefined : path
}

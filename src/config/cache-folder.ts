import { isAbsolute, join } from 'node:path'
import type { Reader } from './reader.ts'

/** Where manifests are kept between runs; undefined where they are not to be, or where there is no place for them. */
export function cacheFolder(reader: Reader, environment: (name: string) => string | undefined): string | undefined {
  const wanted = reader.decide('cache', [reader.choice('cache', ['true', 'false'])], 'true')
  const folder = reader.decide('cache-dir', [reader.text('cache-dir')], standardFolder(environment))
  return wanted === 'true' ? folder : undefined
}

/** As the XDG Base Directory Specification has it: a relative path counts for nothing. */
function standardFolder(environment: (name: string) => string | undefined): string | undefined {
  const [chosen, home] = [environment('XDG_CACHE_HOME') ?? '', environment('HOME') || environment('USERPROFILE') || '']
  if (isAbsolute(chosen)) return join(chosen, 'will-it-pull')
  return isAbsolute(home) ? join(home, '.cache', 'will-it-pull') : undefined
}

import { resolve } from 'node:path'
import type { CheckRequest } from '../config/types.ts'

/**
 * Absolute paths of the nodes' registry configuration, which may be read wherever they are: the request holds none that
 * its author may not name. In a run without secrets that is what lies in the repository, with no link out of it.
 */
export function nodeConfiguration(
  { environments, withoutSecrets }: Pick<CheckRequest, 'environments' | 'withoutSecrets'>,
  root: string,
): readonly string[] {
  if (withoutSecrets) return []
  const named = environments.flatMap(({ hostsDir, registriesConf }) => [hostsDir, registriesConf])
  return named.filter(path => path !== undefined).map(path => resolve(root, path))
}

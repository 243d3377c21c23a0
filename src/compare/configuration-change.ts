import type { CheckRequest } from '../config/types.ts'
import type { History } from '../world.ts'

/** The configuration that this check went by, where the change edits it; undefined also where that can't be told. */
export async function changedConfiguration(
  { base, configFile }: Pick<CheckRequest, 'base' | 'configFile'>,
  git: Pick<History, 'base' | 'changed'>,
): Promise<string | undefined> {
  if (base === undefined || configFile === undefined) return undefined
  const from = await git.base(base)
  const changed = from.kind === 'commit' ? await git.changed(from.sha) : []
  return changed?.includes(configFile) === true ? configFile : undefined
}

import type { CheckRequest } from '../config/types.ts'
import type { BaseCommit, History } from '../world.ts'

/** What a change touches. All paths are root-relative. */
export interface Changes {
  /** Files that differ from the base, both names of what moved. */
  readonly paths: readonly string[]
  /** Those of them by which the check itself is configured. */
  readonly configuration: readonly string[]
}

/** Asks git what was changed since the base; undefined where that can't be told, or nothing depends on it. */
export async function changesSince(
  base: () => Promise<BaseCommit>,
  { changedOnly, base: wish, configuredBy }: Pick<CheckRequest, 'changedOnly' | 'base' | 'configuredBy'>,
  git: Pick<History, 'changed'>,
): Promise<Changes | undefined> {
  if (wish === undefined || (changedOnly !== true && configuredBy.length === 0)) return undefined
  const commit = await base()
  const paths = commit.kind === 'commit' ? await git.changed(commit.sha) : undefined
  if (paths === undefined) return undefined
  // a folder of the nodes' configuration is named as a whole
  const configures = (path: string): boolean => configuredBy.some(part => path === part || path.startsWith(`${part}/`))
  return { paths, configuration: paths.filter(configures) }
}

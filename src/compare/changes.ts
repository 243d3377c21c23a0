import type { CheckRequest } from '../config/types.ts'
import type { BaseCommit, Files, History } from '../world.ts'

/** What a change touches. All paths are root-relative. */
export interface Changes {
  /** Files that differ from the base, both names of what moved. */
  readonly paths: readonly string[]
  /** Those of them by which the check itself is configured. */
  readonly configuration: readonly string[]
}

interface ChangeOptions {
  readonly git: Pick<History, 'changed'>
  readonly files: Pick<Files, 'real'>
}

/** Asks git what was changed since the base; undefined where that can't be told, or nothing depends on it. */
export async function changesSince(
  base: () => Promise<BaseCommit>,
  { changedOnly, base: wish, configuredBy }: Pick<CheckRequest, 'changedOnly' | 'base' | 'configuredBy'>,
  { git, files }: ChangeOptions,
): Promise<Changes | undefined> {
  if (wish === undefined || (changedOnly !== true && configuredBy.length === 0)) return undefined
  const commit = await base()
  const changed = commit.kind === 'commit' ? await git.changed(commit.sha) : undefined
  if (changed === undefined) return undefined
  // what is read by way of a link that leads elsewhere now is changed, though git names the link alone
  const places = await Promise.all(changed.map(path => placesOf(path, files)))
  const parts = (await Promise.all(configuredBy.map(part => placesOf(part, files)))).flat()
  const configuration = changed.filter((_, index) =>
    places[index]?.some(place => parts.some(part => touch(place, part))),
  )
  return { paths: [...new Set(places.flat())], configuration }
}

/** A path, and where it leads. */
async function placesOf(path: string, files: Pick<Files, 'real'>): Promise<readonly string[]> {
  const real = await files.real(path)
  return real === undefined || real === path ? [path] : [path, real]
}

/** A folder of the nodes' configuration is named as a whole; a link or a submodule that is changed holds what is in it. */
function touch(changed: string, part: string): boolean {
  return changed === part || changed.startsWith(`${part}/`) || part.startsWith(`${changed}/`)
}

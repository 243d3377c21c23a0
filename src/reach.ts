import { changedAccess } from './compare/access.ts'
import type { Access, ChangedAccess } from './compare/access.ts'
import type { CheckRequest } from './config/types.ts'
import { discover } from './discover/discover.ts'
import { accessOfTouched } from './read-sources.ts'
import type { Reach } from './read-sources.ts'
import type { BaseCommit, Files, World } from './world.ts'

/** What it takes to look at the base. */
export interface ReachOptions {
  readonly base: () => Promise<BaseCommit>
  readonly git: Pick<World['git'], 'files'>
  readonly request: CheckRequest
  readonly world: World
}

/**
 * How far changed paths reach. What they change of secrets and accounts is told once, with the sources of the head,
 * since both states must be checked equally far. Where the base can't be had, all that the head has counts as changed.
 */
export function reachOf(paths: readonly string[], options: ReachOptions): Reach {
  let told: Promise<ChangedAccess> | undefined
  return { paths, access: own => (told ??= changedSinceBase(own, paths, options)) }
}

async function changedSinceBase(own: Access, paths: readonly string[], options: ReachOptions): Promise<ChangedAccess> {
  const base = await options.base()
  const files = base.kind === 'commit' ? await options.git.files(base.sha) : undefined
  return changedAccess(files === undefined ? new Map() : await accessAt(files, paths, options), own)
}

async function accessAt(files: Files, paths: readonly string[], { request, world }: ReachOptions): Promise<Access> {
  const reading = { request: { ...request, stdin: '' }, world: { ...world, files } }
  const { sources } = await discover(reading.request, reading.world)
  return accessOfTouched(sources, paths, reading)
}

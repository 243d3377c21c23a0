import { join } from 'node:path'
import type { CheckRequest } from '../../config/types.ts'
import type { KustomizeSource } from '../../discover/types.ts'
import type { World } from '../../world.ts'
import { createBuildKustomization } from './build-kustomization.ts'
import { createKustomize } from './kustomize.ts'
import type { Rendered } from '../types.ts'

/** Texts of the files that a kustomization is built from, by root-relative path. */
export type KustomizationCopy = ReadonlyMap<string, string>

/** Builds a kustomization once more from copies of its files, for whoever wants to see what other texts change. */
export function kustomizationRenderer(
  { programs }: Pick<CheckRequest, 'programs'>,
  world: Pick<World, 'run' | 'files' | 'scratch'>,
): (source: KustomizeSource, copy: KustomizationCopy) => Promise<Rendered> {
  const build = createBuildKustomization(programs.kustomize, world)
  return async (source, copy) => {
    await using scratch = await world.scratch()
    for (const [path, text] of copy) await scratch.write(path, text)
    const files = { ...world.files, native: (path: string) => join(scratch.path, path) }
    return await createKustomize(folder => build(folder), { files })(source)
  }
}

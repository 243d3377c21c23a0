import type { CheckRequest } from '../config/types.ts'
import type { ChartSource } from '../discover/types.ts'
import type { Files, World } from '../world.ts'
import { createHelm } from './helm.ts'
import type { Rendered } from './types.ts'

/** Renders one chart below the files it is given, for whoever wants to see what another values file changes. */
export function chartRenderer(
  { programs }: Pick<CheckRequest, 'programs'>,
  world: Pick<World, 'run'>,
): (source: ChartSource, files: Files) => Promise<Rendered> {
  return (source, files) => createHelm(programs.helm, { ...world, files })(source)
}

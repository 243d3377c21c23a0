import type { CheckRequest } from '../../config/types.ts'
import type { ChartSource } from '../../discover/types.ts'
import { noCharts } from '../../fetch/no-charts.ts'
import type { World } from '../../world.ts'
import { createHelm } from './helm.ts'
import type { Rendered } from '../types.ts'

/** Renders one chart once more, for whoever wants to see what other values change: nobody else wants what it prints. */
export function chartRenderer(
  { programs, offline }: Pick<CheckRequest, 'programs' | 'offline'>,
  world: Pick<World, 'run' | 'files' | 'scratch' | 'charts'>,
): (source: ChartSource) => Promise<Rendered> {
  const run: World['run'] = call => world.run(call.reuse?.reads.length === 0 ? call : { ...call, reuse: undefined })
  return createHelm(programs.helm, { ...world, run, ...(offline && { charts: noCharts }) })
}

import type { CheckRequest } from '../../config/types.ts'
import type { ChartSource } from '../../discover/types.ts'
import { noCharts } from '../../fetch/no-charts.ts'
import type { World } from '../../world.ts'
import { createHelm } from './helm.ts'
import type { Rendered } from '../types.ts'

/** Renders one chart once more, for whoever wants to see what other values change. */
export function chartRenderer(
  { programs, offline }: Pick<CheckRequest, 'programs' | 'offline'>,
  world: Pick<World, 'run' | 'files' | 'scratch' | 'charts'>,
): (source: ChartSource) => Promise<Rendered> {
  return createHelm(programs.helm, offline ? { ...world, charts: noCharts } : world)
}

import { execFile } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { promisify } from 'node:util'
import type { PlannedRender } from './charts.ts'

const run = promisify(execFile)

/** Milliseconds that `helm template` alone takes for all renders, as many at a time as there are cores. */
export async function timeBareLoop(helm: string, renders: readonly PlannedRender[]): Promise<number> {
  const startedAt = performance.now()
  const queue = renders.values()
  // they share one iterator, so each takes the next render that is left
  const worker = async (): Promise<void> => {
    for (const { chart, values } of queue) {
      const further = values === undefined ? [] : ['--values', values]
      await run(helm, ['template', '--include-crds', ...further, 'bench', chart], { maxBuffer: 64 * 1024 * 1024 })
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
  return performance.now() - startedAt
}

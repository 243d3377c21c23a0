import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import process from 'node:process'
import { promisify } from 'node:util'
import type { PlannedRender } from './charts.ts'

const run = promisify(execFile)

export interface BareLoop {
  readonly wallMs: number
  /** Its own and that of all its children; not a number where the system does not tell. */
  readonly cpuMs: number
}

/** What `helm template` alone takes for all renders, as many at a time as there are cores. */
export async function timeBareLoop(helm: string, renders: readonly PlannedRender[]): Promise<BareLoop> {
  const usedBefore = cpuMs()
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
  return { wallMs: performance.now() - startedAt, cpuMs: cpuMs() - usedBefore }
}

/** As the hook of the measured programs tells it. */
function cpuMs(): number {
  if (process.platform !== 'linux') return Number.NaN
  const stat = readFileSync('/proc/self/stat', 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const ofChildren = (Number(fields[13]) + Number(fields[14])) * 10
  const { user, system } = process.cpuUsage()
  return ofChildren + (user + system) / 1000
}

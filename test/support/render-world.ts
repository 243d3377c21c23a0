import { noCharts } from '../../src/fetch/no-charts.ts'
import type { Charts } from '../../src/fetch/types.ts'
import { createFiles } from '../../src/process/files.ts'
import { createRunProgram } from '../../src/process/run-program.ts'
import { createScratch } from '../../src/process/scratch.ts'
import type { History, Log, World } from '../../src/world.ts'

const silent: Log = { progress() {}, debug() {} }

const noHistory: History = {
  remote: async () => undefined,
  base: async () => ({ kind: 'none', why: 'there is no repository' }),
  files: async () => undefined,
  changed: async () => undefined,
  diff: async () => undefined,
}

/** What rendering needs, over a real folder and real programs. */
export type RenderWorld = Pick<World, 'files' | 'git' | 'run' | 'scratch' | 'charts' | 'log'> & AsyncDisposable

/** Folders that it hands out are removed when it is disposed. */
export async function renderWorld(root: string, charts: Charts = noCharts): Promise<RenderWorld> {
  const resources = new AsyncDisposableStack()
  const scratch = async () => resources.use(await createScratch())
  const { path: home } = await scratch()
  return {
    files: createFiles(root),
    git: noHistory,
    run: createRunProgram({ folder: root, home }),
    scratch,
    charts,
    log: silent,
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  }
}

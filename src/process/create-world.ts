import { lazyRegistry } from '../registry/lazy.ts'
import type { Registry } from '../registry/types.ts'
import type { Log, RunProgram, World } from '../world.ts'
import { createClock } from './clock.ts'
import { createFiles } from './files.ts'
import { createScratch } from './scratch.ts'

/** What a run's world is made of. */
export interface WorldOptions {
  /** Absolute: the git top level of what is checked. */
  readonly root: string
  readonly timeoutMs: number
  readonly log: Log
  /** Loads the registry client when the first question is asked. */
  readonly registry: (world: Pick<World, 'clock' | 'run'>) => Promise<Registry & AsyncDisposable>
}

/** The real world of one run. Disposing it closes connections and removes what was written. */
export async function createWorld(options: WorldOptions): Promise<World & AsyncDisposable> {
  const resources = new AsyncDisposableStack()
  const home = resources.use(await createScratch())
  const clock = createClock({ timeoutMs: options.timeoutMs })
  const run = lazyRunProgram({ folder: options.root, home: home.path, signal: clock.deadline })
  const registry = resources.use(lazyRegistry(() => options.registry({ clock, run })))
  return {
    files: createFiles(options.root),
    run,
    registry,
    clock,
    log: options.log,
    scratch: async () => resources.use(await createScratch()),
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  }
}

// running programs takes a library that a check of plain manifests never needs
function lazyRunProgram(options: {
  readonly folder: string
  readonly home: string
  readonly signal: AbortSignal
}): RunProgram {
  let loading: Promise<RunProgram> | undefined
  return async call => {
    loading ??= import('./run-program.ts').then(({ createRunProgram }) => createRunProgram(options))
    return (await loading)(call)
  }
}

import { lazyRegistry } from '../registry/lazy.ts'
import type { Registry } from '../registry/types.ts'
import type { Log, RunProgram, Scratch, World } from '../world.ts'
import { createClock } from './clock.ts'
import { createFiles } from './files.ts'

/** What a run's world is made of. */
export interface WorldOptions {
  /** Absolute: the git top level of what is checked. */
  readonly root: string
  /** Absolute paths of files elsewhere that may be read. */
  readonly granted?: readonly string[] | undefined
  readonly timeoutMs: number
  readonly log: Log
  /** Loads the registry client when the first question is asked. */
  readonly registry: (world: Pick<World, 'clock' | 'run'>) => Promise<Registry & AsyncDisposable>
}

/** The real world of one run. Disposing it closes connections and removes what was written. */
export async function createWorld(options: WorldOptions): Promise<World & AsyncDisposable> {
  const resources = new AsyncDisposableStack()
  const scratch = async () => resources.use(await (await import('./scratch.ts')).createScratch())
  const clock = createClock({ timeoutMs: options.timeoutMs })
  const run = lazyRunProgram({ folder: options.root, scratch, signal: clock.deadline })
  const registry = resources.use(lazyRegistry(() => options.registry({ clock, run })))
  return {
    files: createFiles(options.root, options.granted),
    run,
    registry,
    clock,
    log: options.log,
    scratch,
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  }
}

interface LazyRunOptions {
  readonly folder: string
  readonly scratch: () => Promise<Scratch>
  readonly signal: AbortSignal
}

// running programs takes a library, and a home for them, that a check of plain manifests never needs
function lazyRunProgram({ folder, scratch, signal }: LazyRunOptions): RunProgram {
  const load = async () => {
    const [{ createRunProgram }, home] = await Promise.all([import('./run-program.ts'), scratch()])
    return createRunProgram({ folder, home: home.path, signal })
  }
  let loading: Promise<RunProgram> | undefined
  return async call => {
    loading ??= load()
    return (await loading)(call)
  }
}

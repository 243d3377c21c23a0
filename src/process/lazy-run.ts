import { availableParallelism } from 'node:os'
import process from 'node:process'
import type { Clock, RunProgram, Scratch } from '../world.ts'

export interface LazyRunOptions {
  /** Absolute: where programs run. */
  readonly folder: string
  readonly scratch: () => Promise<Scratch>
  readonly clock: Clock
  /** Absolute: where outputs outlive the run; without it they are reused within the run alone. */
  readonly keptIn?: string | undefined
  /** Called when a program runs. */
  readonly started?: (() => void) | undefined
}

/**
 * Runs programs, and knows what they printed. Running takes a library, and a home for the programs, that a check of plain
 * manifests never needs, nor one that finds all it wants.
 */
export function lazyRun(options: LazyRunOptions): AsyncDisposable & { readonly run: RunProgram } {
  const resources = new AsyncDisposableStack()
  let loading: Promise<RunProgram> | undefined
  return {
    run: async call => {
      loading ??= load(options, resources)
      return (await loading)(call)
    },
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  }
}

async function load(options: LazyRunOptions, resources: AsyncDisposableStack): Promise<RunProgram> {
  const { keptIn, clock } = options
  const [{ createReusingRun }, { programIdentity }] = await Promise.all([
    import('./reuse/reusing.ts'),
    import('./reuse/program-identity.ts'),
  ])
  const searchPath = process.env['PATH'] ?? ''
  return createReusingRun({
    run: lazyPlainRun(options),
    identify: program => programIdentity(program, searchPath),
    kept: keptIn === undefined ? undefined : resources.use(await keptOutputs(keptIn, clock)),
    parallel: availableParallelism(),
  })
}

async function keptOutputs(folder: string, clock: Clock) {
  const { createKeptOutputs } = await import('./reuse/kept-outputs.ts')
  return createKeptOutputs({ folder, now: () => clock.now() })
}

function lazyPlainRun({ folder, scratch, clock, started }: LazyRunOptions): RunProgram {
  const load = async () => {
    const [{ createRunProgram }, home] = await Promise.all([import('./run-program.ts'), scratch()])
    return createRunProgram({ folder, home: home.path, signal: clock.deadline, started })
  }
  let loading: Promise<RunProgram> | undefined
  return async call => {
    loading ??= load()
    return (await loading)(call)
  }
}

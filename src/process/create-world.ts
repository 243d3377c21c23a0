import { lazyCharts } from '../fetch/lazy-charts.ts'
import { lazyRegistry } from '../registry/lazy.ts'
import type { HistoryOptions } from './history.ts'
import type { NetworkLoader } from './network-loader.ts'
import type { History, Log, World } from '../world.ts'
import { createClock } from './clock.ts'
import { createFiles } from './files.ts'
import { lazyRun } from './lazy-run.ts'

/** What a run's world is made of. */
export interface WorldOptions {
  /** Absolute: the git top level of what is checked. */
  readonly root: string
  /** Absolute paths of files and folders elsewhere that may be read. */
  readonly granted?: readonly string[] | undefined
  readonly timeoutMs: number
  /** Ends the time of the run early. */
  readonly interrupted?: AbortSignal | undefined
  readonly log: Log
  /** Variables by which git logs in to fetch missing history. */
  readonly gitLogin?: Readonly<Record<string, string>> | undefined
  /** Absolute: where outputs of programs outlive the run. */
  readonly keptIn?: string | undefined
  /** Loads the clients of the network when the first question is asked. */
  readonly network: NetworkLoader
  /** No registry will be asked. */
  readonly offline?: boolean | undefined
}

/** The real world of one run. Disposing it closes connections and removes what was written. */
export async function createWorld(options: WorldOptions): Promise<World & AsyncDisposable> {
  const resources = new AsyncDisposableStack()
  const scratch = async () => resources.use(await (await import('./scratch.ts')).createScratch())
  const clock = createClock(options)
  // a program that runs leaves time to load the client
  const started = options.offline === true ? undefined : (): void => registry.prepare()
  const { run } = resources.use(lazyRun({ folder: options.root, scratch, clock, keptIn: options.keptIn, started }))
  const registry = resources.use(lazyRegistry(() => options.network.registry({ clock, run })))
  const charts = resources.use(lazyCharts(() => options.network.charts({ clock, registry, scratch })))
  return {
    files: createFiles(options.root, options),
    git: lazyHistory({ root: options.root, granted: options.granted, run, scratch, login: options.gitLogin }),
    run,
    registry,
    charts,
    clock,
    log: options.log,
    scratch,
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  }
}

// only a run that compares two states reads history
function lazyHistory(options: HistoryOptions): History {
  const load = async () => (await import('./history.ts')).createHistory(options)
  return {
    remote: async () => (await load()).remote(),
    base: async wish => (await load()).base(wish),
    files: async commit => (await load()).files(commit),
    changed: async commit => (await load()).changed(commit),
    diff: async (commit, paths) => (await load()).diff(commit, paths),
  }
}

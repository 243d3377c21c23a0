import { resolve } from 'node:path'
import process from 'node:process'
import type { RunSettings } from '../config/resolve.ts'
import type { Environment } from '../config/types.ts'
import type { Charts } from '../fetch/types.ts'
import type { RenewableRegistry } from '../registry/types.ts'
import type { Secret } from '../secret.ts'
import { version } from '../version.ts'
import type { World } from '../world.ts'

/** What the clients of a run depend on. */
export interface NetworkOptions {
  readonly environments: readonly Environment[]
  readonly run: RunSettings
  /** A fork's run: nothing private is contacted. */
  readonly forbidPrivateAddresses: boolean
  readonly githubToken?: Secret | undefined
  /** Fills the cache's folder before it is first read. */
  readonly fillCache?: (() => Promise<void>) | undefined
}

/** Loads the clients that reach the network, which are large. */
export interface NetworkLoader {
  registry(world: Pick<World, 'clock' | 'run'>): Promise<RenewableRegistry & AsyncDisposable>
  charts(world: Pick<World, 'clock' | 'registry' | 'scratch'>): Promise<Charts & AsyncDisposable>
}

/** The clients of a run, with the environment of this process. */
export function networkLoader({ environments, run, fillCache, ...options }: NetworkOptions): NetworkLoader {
  const common = { ...options, environment: process.env, userAgent: `will-it-pull/${version}` }
  return {
    async registry(world) {
      const { createRegistry } = await import('../registry/create.ts')
      const { dockerConfig, concurrency } = run
      await fillCache?.()
      const cache = await openCache(run.cacheFolder, world.clock)
      return createRegistry({ ...world, ...common, dockerConfig, concurrency, cache })
    },
    async charts(world) {
      const { createCharts } = await import('../fetch/create-charts.ts')
      // a chart is got by no node: what any of them trusts may serve it
      const authorities = environments.flatMap(({ caPem }) => caPem ?? [])
      return createCharts({ ...world, ...common, authorities })
    },
  }
}

async function openCache(folder: string | undefined, clock: World['clock']) {
  if (folder === undefined) return undefined
  const { createCache } = await import('../registry/cache/cache.ts')
  return createCache({ folder: resolve(folder), now: () => clock.now() })
}

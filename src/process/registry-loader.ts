import process from 'node:process'
import type { RunSettings } from '../config/resolve.ts'
import type { Environment } from '../config/types.ts'
import type { Registry } from '../registry/types.ts'
import type { Secret } from '../secret.ts'
import { version } from '../version.ts'
import type { World } from '../world.ts'

/** What the client of a run depends on. */
export interface RegistryLoaderOptions {
  readonly environments: readonly Environment[]
  readonly run: RunSettings
  /** A fork's run: nothing private is contacted. */
  readonly forbidPrivateAddresses: boolean
  readonly githubToken?: Secret | undefined
}

type Load = (world: Pick<World, 'clock' | 'run'>) => Promise<Registry & AsyncDisposable>

/** Loads the registry client, which is large, when the first question is asked. */
export function registryLoader({ environments, run, ...options }: RegistryLoaderOptions): Load {
  return async world => {
    const { createRegistry } = await import('../registry/create.ts')
    return createRegistry({
      ...world,
      ...options,
      environment: process.env,
      userAgent: `will-it-pull/${version}`,
      dockerConfig: run.dockerConfig,
      concurrency: run.concurrency,
      authorities: environments.flatMap(({ caPem }) => caPem ?? []),
    })
  }
}

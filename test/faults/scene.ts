import { check } from '../../src/check.ts'
import type { CheckRequest, Environment } from '../../src/config/types.ts'
import { noCharts } from '../../src/fetch/no-charts.ts'
import { createFiles } from '../../src/process/files.ts'
import { createRegistry } from '../../src/registry/create.ts'
import type { Report } from '../../src/report/schema.ts'
import type { SimulatedProxy } from '../../src/simulator/proxy.ts'
import type { SimulatedRegistry } from '../../src/simulator/registry.ts'
import type { World } from '../../src/world.ts'
import { request } from '../support/plans.ts'
import { hastyClock } from './hasty-clock.ts'
import { pullSecret, runnerConfig } from './login.ts'
import type { Who } from './login.ts'

/** What is checked, by whom, and with which patience. */
export interface Scene {
  readonly images: readonly string[]
  readonly registry: string
  readonly who: Who
  readonly servers: readonly SimulatedRegistry[]
  readonly proxy?: SimulatedProxy | undefined
  /** Milliseconds for every single wait of a request. Long, unless waiting is the point: the machine may be slow. */
  readonly patienceMs?: number | undefined
  /** Milliseconds for the whole check. */
  readonly deadlineMs?: number | undefined
  /** Pauses between attempts last until the deadline, instead of being over at once. */
  readonly sleepsForever?: boolean | undefined
  readonly environment?: Partial<Environment> | undefined
  readonly request?: Partial<CheckRequest> | undefined
  /** Variables of the process, e.g. another proxy. */
  readonly variables?: Readonly<Record<string, string>> | undefined
  readonly authorities?: readonly string[] | undefined
  /** Absolute folder of the files, for a request that names paths. */
  readonly folder?: string | undefined
  /** What was there before the change. */
  readonly git?: Partial<World['git']> | undefined
}

export interface Played {
  readonly report: Report
  readonly elapsedMs: number
  /** Milliseconds that were waited between attempts, had the clock been real. */
  readonly slept: readonly number[]
}

/** Runs the whole check with the real registry client on a pod for each image. */
export async function play(scene: Scene): Promise<Played> {
  const deadline = AbortSignal.timeout(scene.deadlineMs ?? 15_000)
  const clock = hastyClock(deadline, scene.sleepsForever)
  const patience = scene.patienceMs ?? 10_000
  await using registry = createRegistry({
    clock,
    run: async () => ({ kind: 'not-found' }),
    environment: variablesOf(scene),
    userAgent: 'will-it-pull/test',
    timeouts: { connectMs: patience, headersMs: patience, bodyMs: patience, totalMs: 2 * patience },
    authorities: scene.authorities ?? scene.servers.slice(0, 1).map(({ ca }) => ca),
  })
  const git = { ...silent.git, ...scene.git }
  const world: World = { ...silent, git, registry, clock, files: createFiles(scene.folder ?? import.meta.dirname) }
  const startedAt = performance.now()
  const { report } = await check(requestOf(scene), world)
  return { report, elapsedMs: performance.now() - startedAt, slept: clock.slept }
}

const silent: Pick<World, 'run' | 'log' | 'scratch' | 'git' | 'charts'> = {
  charts: noCharts,
  git: {
    remote: async () => undefined,
    base: async () => ({ kind: 'none', why: 'there is no repository' }),
    files: async () => undefined,
    changed: async () => undefined,
    diff: async () => undefined,
  },
  run: async () => ({ kind: 'not-found' }),
  log: { progress() {}, debug() {} },
  scratch: () => Promise.reject(new Error('plain manifests need no folder')),
}

function variablesOf({ who, registry, proxy, variables }: Scene): Readonly<Record<string, string>> {
  return {
    DOCKER_AUTH_CONFIG: runnerConfig(who, registry),
    ...(proxy && { HTTPS_PROXY: proxy.origin, HTTP_PROXY: proxy.origin }),
    ...variables,
  }
}

function requestOf({ images, who, registry, environment, request: changes }: Scene): CheckRequest {
  const content = pullSecret(who, registry)
  const stdin = images.map((image, at) => podOf(image, `web-${at}`, content !== undefined)).join('---\n')
  const pullSecrets = content === undefined ? [] : [{ name: 'regcred', content }]
  return request({ paths: ['-'], stdin, pullSecrets, ...changes }, environment)
}

function podOf(image: string, name: string, secret: boolean): string {
  return `apiVersion: v1
kind: Pod
metadata: { name: ${name}, namespace: shop }
spec:
  ${secret ? 'imagePullSecrets: [{ name: regcred }]' : '# without a secret'}
  containers: [{ name: main, image: "${image}" }]
`
}

import { resolve } from 'node:path'
import process from 'node:process'
import { check, type CheckResult } from '../check.ts'
import { createWorld } from '../process/create-world.ts'
import { watchInterruption } from '../process/interruption.ts'
import { networkLoader } from '../process/network-loader.ts'
import { exitCode } from '../report/exit-code.ts'
import type { View } from './program.ts'
import { createLog } from './progress.ts'
import type { ResolvedCall } from './resolve-call.ts'
import { terminal } from './streams.ts'

/** A call that can be carried out. */
export type ResolvedCheck = Extract<ResolvedCall, { readonly kind: 'request' }>

/** What one check found. */
export interface CheckedOnce extends Pick<CheckResult, 'report'> {
  /** What the command ends with. */
  readonly code: number
  readonly isInterrupted: boolean
}

/** Checks in a world of its own, with progress for a person. */
export async function checkOnce(
  { request, run, root, granted }: ResolvedCheck,
  view: Pick<View, 'quiet' | 'trace'>,
): Promise<CheckedOnce> {
  using log = createLog(terminal(), { quiet: view.quiet, debug: process.env['RUNNER_DEBUG'] === '1' })
  using interruption = watchInterruption()
  const { signal: interrupted } = interruption
  const network = networkLoader({ environments: request.environments, run, forbidPrivateAddresses: false })
  const timeoutMs = run.timeoutMs + run.waitMs
  const keptIn = run.cacheFolder === undefined ? undefined : resolve(run.cacheFolder)
  const ends = { timeoutMs, interrupted }
  await using world = await createWorld({ root, granted, ...ends, log, network, keptIn, offline: request.offline })
  const base = run.base === undefined ? undefined : ({ kind: 'revision', revision: run.base } as const)
  const { changedOnly, waitMs } = run
  const { report, problems } = await check({ ...request, base, changedOnly, waitMs, traceAll: view.trace }, world)
  log[Symbol.dispose]()
  if (interrupted.aborted) process.stderr.write('Interrupted: what was not known by then is told as unknown.\n')
  const code = interruption.exitCode ?? exitCode(report, request.policy.onUnknown, problems)
  return { report, code, isInterrupted: interrupted.aborted }
}

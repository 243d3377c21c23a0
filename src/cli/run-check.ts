import process from 'node:process'
import { check } from '../check.ts'
import type { ConfigProblem } from '../config/problem.ts'
import { createWorld } from '../process/create-world.ts'
import { watchInterruption } from '../process/interruption.ts'
import { networkLoader } from '../process/network-loader.ts'
import { oneLine } from '../report/escape/terminal.ts'
import { exitCode } from '../report/exit-code.ts'
import { createLog } from './progress.ts'
import { type CheckCall, resolveCall, type ResolvedCall } from './resolve-call.ts'
import { showConfig } from './show-config.ts'
import { outputProblem, show } from './show.ts'
import { terminal } from './streams.ts'

/** `check` and `list`: the same pipeline, with and without questions. Gives the exit code. */
export async function runCheck(call: CheckCall): Promise<number> {
  const unwritable = await outputProblem(call.view)
  return unwritable === undefined ? resolveAndCheck(call) : wrongCall([{ where: '--output', why: unwritable }])
}

async function resolveAndCheck(call: CheckCall): Promise<number> {
  const resolved = await resolveCall(call)
  if (resolved.kind === 'wrong') return wrongCall(resolved.problems)
  if (!call.view.explainConfig) return checkAndShow(call, resolved)
  await showConfig(resolved, call.view)
  return 0
}

async function checkAndShow(
  { command, view }: CheckCall,
  { request, run, root, granted }: Extract<ResolvedCall, { readonly kind: 'request' }>,
): Promise<number> {
  using log = createLog(terminal(), { quiet: view.quiet, debug: process.env['RUNNER_DEBUG'] === '1' })
  using interruption = watchInterruption()
  const { signal: interrupted } = interruption
  const network = networkLoader({ environments: request.environments, run, forbidPrivateAddresses: false })
  await using world = await createWorld({ root, granted, timeoutMs: run.timeoutMs + run.waitMs, interrupted, log, network })
  const base = run.base === undefined ? undefined : ({ kind: 'revision', revision: run.base } as const)
  const { report, problems } = await check({ ...request, base, changedOnly: run.changedOnly, waitMs: run.waitMs }, world)
  log[Symbol.dispose]()
  if (interrupted.aborted) process.stderr.write('Interrupted: what was not known by then is told as unknown.\n')
  await show(report, view, command)
  if (interruption.exitCode !== undefined) return interruption.exitCode
  const code = exitCode(report, request.policy.onUnknown, problems)
  return command === 'list' && code === 1 ? 0 : code
}

function wrongCall(problems: readonly ConfigProblem[]): number {
  for (const { where, why } of problems) process.stderr.write(`${oneLine(`${where}: ${why}`)}\n`)
  return 2
}

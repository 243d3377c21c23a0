import process from 'node:process'
import type { ConfigProblem } from '../config/problem.ts'
import { oneLine } from '../report/escape/terminal.ts'
import { checkOnce, type ResolvedCheck } from './check-once.ts'
import { type CheckCall, resolveCall } from './resolve-call.ts'
import { showConfig } from './show-config.ts'
import { outputProblem, show } from './show.ts'

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

async function checkAndShow(call: CheckCall, resolved: ResolvedCheck): Promise<number> {
  const { command, view } = call
  if (view.fix !== undefined) return (await import('./fix/run-fix.ts')).runFix(call, resolved, view.fix)
  const { report, code } = await checkOnce(resolved, view)
  await show(report, view, command)
  return command === 'list' && code === 1 ? 0 : code
}

function wrongCall(problems: readonly ConfigProblem[]): number {
  for (const { where, why } of problems) process.stderr.write(`${oneLine(`${where}: ${why}`)}\n`)
  return 2
}

import { resolve } from 'node:path'
import process from 'node:process'
import { check } from '../check.ts'
import type { ReadableFiles } from '../config/named-files.ts'
import type { ConfigProblem } from '../config/problem.ts'
import { resolveRequest } from '../config/resolve.ts'
import { settings } from '../config/settings.ts'
import type { Setting } from '../config/settings.ts'
import { createFiles } from '../process/files.ts'
import { createWorld } from '../process/create-world.ts'
import { registryLoader } from '../process/registry-loader.ts'
import { repositoryRoot } from '../process/repository-root.ts'
import { exitCode } from '../report/exit-code.ts'
import { belowRoot } from './below-root.ts'
import { flagOf } from './program.ts'
import type { Call } from './program.ts'
import { createLog } from './progress.ts'
import { outputProblem, show } from './show.ts'
import { readStandardInput, terminal } from './streams.ts'

type CheckCall = Extract<Call, { readonly command: 'check' | 'list' }>

/** `check` and `list`: the same pipeline, with and without questions. Gives the exit code. */
export async function runCheck(call: CheckCall): Promise<number> {
  const unwritable = await outputProblem(call.view)
  return unwritable === undefined ? checkAndShow(call) : wrongCall([{ where: '--output', why: unwritable }])
}

async function checkAndShow({ command, raw, view }: CheckCall): Promise<number> {
  const paths = raw.paths ?? []
  const root = await repositoryRoot(resolve(paths.find(path => path !== '-') ?? '.'))
  const stdin = paths.includes('-') ? await readStandardInput() : ''
  if (stdin === undefined) return wrongCall([tooMuchInput])
  const { granted, ...fromRoot } = await belowRoot(raw, root)
  const resolved = await resolveRequest({
    ...fromRoot,
    withoutSecrets: false,
    offline: command === 'list',
    stdin,
    spell,
    files: anyFile(),
    root: createFiles(root),
    environment: name => process.env[name],
  })
  if (resolved.kind === 'wrong') return wrongCall(resolved.problems)
  const { request, run } = resolved
  using log = createLog(terminal(), { quiet: view.quiet, debug: process.env['RUNNER_DEBUG'] === '1' })
  const registry = registryLoader({ environments: request.environments, run, forbidPrivateAddresses: false })
  await using world = await createWorld({ root, granted, timeoutMs: run.timeoutMs, log, registry })
  const { report, problems } = await check(request, world)
  log[Symbol.dispose]()
  await show(report, view, command)
  const code = exitCode(report, request.policy.onUnknown, problems)
  return command === 'list' && code === 1 ? 0 : code
}

const tooMuchInput = { where: '-', why: 'standard input is larger than 64 MiB; check parts of it' }

/** A person may name any file of theirs by a flag. */
function anyFile(): ReadableFiles {
  const files = createFiles(resolve('/'))
  return {
    read: (path, limit) => files.read(resolve(path), limit),
    kind: path => files.kind(resolve(path)),
    native: path => resolve(path),
  }
}

function spell(name: string): string {
  const setting: Setting | undefined = settings.find(candidate => candidate.name === name)
  return (setting && flagOf(setting)) ?? name
}

function wrongCall(problems: readonly ConfigProblem[]): number {
  for (const { where, why } of problems) process.stderr.write(`${where}: ${why}\n`)
  return 2
}

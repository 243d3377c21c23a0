import * as core from '@actions/core'
import { check } from '../check.ts'
import type { ConfigProblem } from '../config/problem.ts'
import type { CheckRequest } from '../config/types.ts'
import { createWorld } from '../process/create-world.ts'
import { watchInterruption } from '../process/interruption.ts'
import type { Interruption } from '../process/interruption.ts'
import { networkLoader } from '../process/network-loader.ts'
import { oneLine } from '../report/escape/terminal.ts'
import { exitCode } from '../report/exit-code.ts'
import type { Report } from '../report/schema.ts'
import { lineReader } from '../trace/text/line-reader.ts'
import type { Progress, World } from '../world.ts'
import { baseWish, gitLoginFor, packagesToken } from './base.ts'
import { checkouts } from './checkouts.ts'
import { onHeadLines } from './head-lines.ts'
import { readContext } from './context.ts'
import { readInputs } from './inputs.ts'
import type { Environment } from './inputs.ts'
import { maskLogins, maskToken } from './mask.ts'
import { publish } from './publish.ts'
import { publishingMs } from './publishing-time.ts'
import type { Shell } from './pull-request.ts'
import { refusal } from './refuse.ts'
import { resolveInputs } from './resolve-inputs.ts'
import type { ResolvedInputs } from './resolve-inputs.ts'
import { sharedCache } from './shared-cache.ts'
import type { SharedCache } from './shared-cache.ts'

type Request = Extract<ResolvedInputs, { readonly kind: 'request' }>

/** The Action: reads the runner's input, checks, publishes. Gives the exit code. */
export async function runAction(environment: Environment): Promise<number> {
  const inputs = readInputs(environment)
  maskToken(inputs.publish['token'])
  const shell = { inputs, environment, context: await readContext(environment) }
  const other = inputs.publish['report-from']
  if (other !== undefined) return (await import('./relay.ts')).relay(other, shell)
  const resolved = await resolveInputs(shell)
  if (resolved.kind === 'wrong') return wrongInputs(resolved.problems)
  maskLogins(resolved.request)
  using interruption = watchInterruption()
  const shared = sharedCache(resolved.run.cacheFolder, environment)
  const code = await runJob({ resolved, shell, interruption, shared, request: requestOf(resolved, shell) })
  if (interruption.exitCode === undefined) await shared?.save()
  return code
}

async function runJob(job: Job): Promise<number> {
  const { resolved, shell, interruption } = job
  await using world = await actionWorld(job, resolved.run.timeoutMs + resolved.run.waitMs)
  const folders = await checkouts(resolved.root, resolved.request.paths)
  const refused = await refusal(shell.context.event, folders, world.run)
  if (refused !== undefined) return fail(refused, 2)
  const { report, problems } = await check(job.request, world)
  // what was cut short would be told as if it were the result
  if (interruption.exitCode !== undefined) return fail('The run was cancelled before its end.', interruption.exitCode)
  await tell(report, job)
  const code = exitCode(report, resolved.request.policy.onUnknown, problems)
  return code === 0 ? 0 : fail(report.headline, code)
}

// GitHub keeps ten errors of a step, and the last one tells all of them
const mostPlaced = 9

/** Each problem on the line of the configuration that it is about, and all of them at the end. */
function wrongInputs(problems: readonly ConfigProblem[]): number {
  for (const { why, place } of problems.slice(0, mostPlaced))
    if (place !== undefined) core.error(why, { file: place.file, startLine: place.line, startColumn: place.column })
  return fail(problems.map(({ where, why }) => `${where}: ${why}`).join('\n'), 2)
}

interface Job {
  readonly resolved: Request
  readonly shell: Shell
  readonly interruption: Interruption
  readonly request: CheckRequest
  readonly shared: SharedCache | undefined
}

/** Has a world of its own, whose time is not that of the check. */
async function tell(report: Report, job: Job): Promise<void> {
  const { shell, request } = job
  await using world = await actionWorld(job, publishingMs)
  const shown = await onHeadLines(report, { event: shell.context.event, base: request.base, git: world.git })
  await publish(shown, { shell, readLine: lineReader(world.files) })
}

async function actionWorld(
  { resolved, shell: { context, inputs }, interruption, shared }: Job,
  timeoutMs: number,
): Promise<World & AsyncDisposable> {
  const { root, granted, request, run } = resolved
  const debug = core.isDebug() ? core.debug : () => {}
  const token = inputs.publish['token']
  const network = networkLoader({
    environments: request.environments,
    run,
    forbidPrivateAddresses: 'isFork' in context.event && context.event.isFork,
    githubToken: packagesToken(context.serverUrl, token),
    fillCache: async () => shared?.restore(),
  })
  const gitLogin = gitLoginFor(context.serverUrl, token)
  const log = { progress: tellOfWaiting, debug }
  return createWorld({ root, granted, timeoutMs, interrupted: interruption.signal, log, network, gitLogin })
}

/** Minutes without a word look like a hang. */
function tellOfWaiting({ stage, total, label }: Progress): void {
  if (stage === 'wait')
    core.info(
      oneLine(`Waiting for ${total} of the images, which ${total === 1 ? 'is' : 'are'} not there yet: ${label}`),
    )
}

function requestOf({ request, run }: Request, { context }: Shell): CheckRequest {
  const { event, workflowFile } = context
  const base = baseWish(event, run.base)
  // a merge queue and a schedule look at everything
  const isPullRequest = event.kind === 'pull-request' || event.kind === 'pull-request-target'
  const configuredBy = [...request.configuredBy, ...(workflowFile === undefined ? [] : [workflowFile])]
  const changedOnly = run.changedOnly ?? (isPullRequest ? true : undefined)
  return { ...request, base, configuredBy, changedOnly, waitMs: run.waitMs }
}

/** The last of the ten errors that GitHub keeps of a step. */
function fail(message: string, code: number): number {
  core.setFailed(message)
  return code
}

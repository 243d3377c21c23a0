import { resolve } from 'node:path'
import * as core from '@actions/core'
import { check } from '../check.ts'
import { resolveRequest } from '../config/resolve.ts'
import type { Resolved } from '../config/resolve.ts'
import { createFiles } from '../process/files.ts'
import { createWorld } from '../process/create-world.ts'
import { networkLoader } from '../process/network-loader.ts'
import { repositoryRoot } from '../process/repository-root.ts'
import { exitCode } from '../report/exit-code.ts'
import type { World } from '../world.ts'
import { baseWish, gitLoginFor } from './base.ts'
import { checkouts } from './checkouts.ts'
import type { CommentShell } from './comment.ts'
import { readContext } from './context.ts'
import { readInputs } from './inputs.ts'
import type { Environment } from './inputs.ts'
import { maskSecrets } from './mask.ts'
import { publish } from './publish.ts'
import { refusal } from './refuse.ts'

type Request = Extract<Resolved, { readonly kind: 'request' }>

/** The Action: reads the runner's input, checks, publishes. Gives the exit code. */
export async function runAction(environment: Environment): Promise<number> {
  const inputs = readInputs(environment)
  const context = await readContext(environment)
  const root = await repositoryRoot(resolve(environment['GITHUB_WORKSPACE'] ?? '.'))
  maskSecrets(inputs.publish['token'], [])
  const resolved = await resolveRequest({
    raw: inputs.raw,
    withoutSecrets: context.withoutSecrets,
    offline: false,
    spell: name => name,
    files: createFiles(root),
    root: createFiles(root),
    environment: name => environment[name],
  })
  if (resolved.kind === 'wrong')
    return fail(resolved.problems.map(({ where, why }) => `${where}: ${why}`).join('\n'), 2)
  maskSecrets(undefined, resolved.request.pullSecrets)
  await using world = await actionWorld(root, { context, inputs }, resolved)
  const folders = await checkouts(root, resolved.request.paths)
  const refused = await refusal(context.event, folders, world.run)
  if (refused !== undefined) return fail(refused, 2)
  // without await the world would be gone before the check is done
  return await checkAndPublish(resolved, world, { context, inputs, environment })
}

async function actionWorld(
  root: string,
  { context, inputs }: Pick<CommentShell, 'context' | 'inputs'>,
  { request, run }: Request,
): Promise<World & AsyncDisposable> {
  const debug = core.isDebug() ? core.debug : () => {}
  const network = networkLoader({
    environments: request.environments,
    run,
    forbidPrivateAddresses: 'isFork' in context.event && context.event.isFork,
  })
  const gitLogin = gitLoginFor(context.serverUrl, inputs.publish['token'])
  return createWorld({ root, timeoutMs: run.timeoutMs, log: { progress() {}, debug }, network, gitLogin })
}

async function checkAndPublish({ request, run }: Request, world: World, shell: CommentShell): Promise<number> {
  const base = baseWish(shell.context.event, run.base)
  const { report, problems } = await check({ ...request, base }, world)
  await publish(report, shell)
  const code = exitCode(report, request.policy.onUnknown, problems)
  return code === 0 ? 0 : fail(report.headline, code)
}

/** The last of the ten errors that GitHub keeps of a step. */
function fail(message: string, code: number): number {
  core.setFailed(message)
  return code
}

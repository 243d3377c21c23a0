import { resolve } from 'node:path'
import process from 'node:process'
import { check } from '../check.ts'
import { resolveRequest } from '../config/resolve.ts'
import { anyFiles } from '../process/any-files.ts'
import { createWorld } from '../process/create-world.ts'
import { createFiles } from '../process/files.ts'
import { networkLoader } from '../process/network-loader.ts'
import type { Report } from '../report/schema.ts'
import type { Fields } from '../triage/fields.ts'
import type { Triage } from '../triage/types.ts'
import { withAnswers } from '../triage/verify/answers.ts'
import { verifyRequests } from '../triage/verify/requests.ts'
import type { VerifyRequest } from '../triage/verify/requests.ts'
import { createLog } from './progress.ts'
import { terminal } from './streams.ts'

/** Asks the registries for the images that were not pulled, as the node of each pod would. The cluster is never asked. */
export async function verifyTriage(found: Triage, objects: readonly Fields[]): Promise<Triage> {
  const answers = []
  for (const request of verifyRequests(found, objects)) {
    const report = await ask(request)
    if (report !== undefined) answers.push({ request, report })
  }
  return withAnswers(found, answers)
}

async function ask({ platform, runtime, manifests }: VerifyRequest): Promise<Report | undefined> {
  const root = resolve('.')
  const resolved = await resolveRequest({
    raw: { paths: ['-'], platforms: [platform], ...(runtime !== undefined && { runtime: [runtime] }) },
    withoutSecrets: false,
    offline: false,
    stdin: manifests,
    spell: name => `--${name}`,
    files: anyFiles(root),
    root: createFiles(root),
    environment: name => process.env[name],
  })
  if (resolved.kind === 'wrong') {
    for (const { where, why } of resolved.problems)
      process.stderr.write(`not verified for ${platform}: ${where}: ${why}\n`)
    return undefined
  }
  const { request, run } = resolved
  using log = createLog(terminal(), { quiet: false, debug: process.env['RUNNER_DEBUG'] === '1' })
  const network = networkLoader({ environments: request.environments, run, forbidPrivateAddresses: false })
  await using world = await createWorld({ root, timeoutMs: run.timeoutMs, log, network })
  return (await check(request, world)).report
}

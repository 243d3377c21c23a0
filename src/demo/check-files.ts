import { check } from '../check.ts'
import { resolveRequest } from '../config/resolve.ts'
import type { ResolvedRequest } from '../config/resolve.ts'
import { createFiles } from '../process/files.ts'
import { createWorld } from '../process/create-world.ts'
import { networkLoader } from '../process/network-loader.ts'
import type { Report } from '../report/schema.ts'
import type { Log, Scratch } from '../world.ts'
import type { DemoFiles } from './steps.ts'

const silent: Log = { progress() {}, debug() {} }

/** Where the files are checked. */
export interface DemoRoom {
  readonly folder: Scratch
  readonly interrupted: AbortSignal
  readonly helmPath?: string | undefined
}

/** Writes the files and checks them as the CLI would, with nobody's login. Rejects where somebody ends the demo. */
export async function checkFiles(files: DemoFiles, room: DemoRoom): Promise<Report> {
  const { folder, interrupted } = room
  for (const [path, text] of Object.entries(files)) await folder.write(path, text)
  const { request, run } = await resolve(room)
  // the demo looks with nobody's login, whatever this machine holds
  const noLogin = { ...run, dockerConfig: await folder.write('docker/config.json', '{}') }
  const network = networkLoader({ environments: request.environments, run: noLogin, forbidPrivateAddresses: false })
  await using world = await createWorld({ root: folder.path, timeoutMs: 60_000, interrupted, log: silent, network })
  const { report } = await check(request, world)
  interrupted.throwIfAborted()
  return report
}

async function resolve({ folder, helmPath }: DemoRoom): Promise<ResolvedRequest> {
  const resolved = await resolveRequest({
    raw: {
      paths: ['shop'],
      release: ['shop'],
      platforms: ['linux/amd64', 'linux/arm64'],
      'node-credentials': ['none'],
      ...(helmPath !== undefined && { 'helm-path': [helmPath] }),
    },
    withoutSecrets: false,
    offline: false,
    spell: name => name,
    files: createFiles(folder.path),
    root: createFiles(folder.path),
    environment: () => undefined,
  })
  if (resolved.kind === 'wrong') throw new Error(JSON.stringify(resolved.problems))
  return resolved
}

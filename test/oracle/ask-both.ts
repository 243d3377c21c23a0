import { mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { containerdVersion } from './containerd.ts'
import type { Containerd } from './containerd.ts'
import type { PullResult } from './cri-image-service.ts'
import { ourVerdict } from './our-verdict.ts'
import type { OurVerdict } from './our-verdict.ts'
import type { LaidPull } from './pull-case.ts'

/** Our verdict on a pull, and the pull; both read the same certs.d tree. */
export async function askBoth(
  laid: LaidPull,
  containerd: Containerd,
  depth?: 'blobs',
): Promise<OurVerdict & PullResult> {
  await layHosts(laid, containerd)
  const ours = await verdictOf(laid, containerd, depth)
  return { ...ours, ...(await containerd.pull(laid.image, laid.login)) }
}

async function layHosts({ hosts = {} }: LaidPull, { hostsDir }: Containerd): Promise<void> {
  await rm(hostsDir, { recursive: true, force: true })
  await mkdir(hostsDir)
  for (const [path, text] of Object.entries(hosts)) {
    const file = join(hostsDir, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
}

function verdictOf(
  { image, login, environment }: LaidPull,
  { hostsDir }: Containerd,
  depth?: 'blobs',
): Promise<OurVerdict> {
  const [major, minor] = containerdVersion
  const runtime = major > 2 || (major === 2 && minor > 0) ? 'containerd-transfer' : 'containerd-local'
  const nodes = { runtime, hostsDir: basename(hostsDir), ...environment } as const
  return ourVerdict({ image, login, root: dirname(hostsDir), environment: nodes, depth })
}

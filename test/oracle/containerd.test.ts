import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessCases } from './access-cases.ts'
import { missingContainerd, startContainerd } from './containerd.ts'
import type { Containerd } from './containerd.ts'
import { contentCases } from './content-cases.ts'
import { existenceCases } from './existence-cases.ts'
import { hostsTree, ourVerdict } from './our-verdict.ts'
import { hostsTlsCases } from './hosts-tls-cases.ts'
import { hostsTomlCases } from './hosts-toml-cases.ts'
import { mirrorCases } from './mirror-cases.ts'
import { holdsFor } from './pull-case.ts'
import type { LaidPull, PullCase } from './pull-case.ts'
import { setStage } from './stage.ts'
import type { Stage } from './stage.ts'

const note = missingContainerd === undefined ? '' : ` (skipped: ${missingContainerd})`

describe.skipIf(missingContainerd !== undefined)(`containerd pulls what we call pullable${note}`, () => {
  let stage: Stage
  let containerd: Containerd
  beforeAll(async () => {
    stage = await setStage()
    containerd = await startContainerd()
  })
  afterAll(async () => {
    await containerd[Symbol.asyncDispose]()
    await stage[Symbol.asyncDispose]()
  })

  describe.each([
    ['content', contentCases],
    ['existence', existenceCases],
    ['access', accessCases],
    ['mirrors', mirrorCases],
    ['hosts-toml', hostsTomlCases],
    ['hosts-tls', hostsTlsCases],
  ] as const)('%s', (area, cases) => {
    test.for(cases.map((one, at) => [one.name, one, `${area}/c${at}`] as const))(
      '%s',
      async ([, one, repository], context) => {
        context.skip(!holdsFor(one, containerd.version), `holds ${one.holds}`)
        const laid = one.lay(stage, repository)
        const ours = await withHosts(laid, () => verdictOf(laid, containerd))
        const result = await withHosts(laid, () => containerd.pull(laid.image, laid.login))
        expect({ ...ours, ...result }).toMatchObject({ verdict: one.verdict, kind: pulls(one) ? 'pulled' : 'failed' })
      },
    )
  })

  async function withHosts<T>({ hosts = {} }: LaidPull, act: () => Promise<T>): Promise<T> {
    await rm(containerd.hostsDir, { recursive: true, force: true })
    await mkdir(containerd.hostsDir)
    for (const [path, text] of Object.entries(hosts)) {
      const file = join(containerd.hostsDir, path)
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, text)
    }
    return act()
  }
})

function verdictOf({ image, login, environment }: LaidPull, { hostsDir, version }: Containerd) {
  const [major, minor] = version
  const runtime = major > 2 || (major === 2 && minor > 0) ? 'containerd-transfer' : 'containerd-local'
  const tree = hostsTree(hostsDir)
  return ourVerdict({
    image,
    login,
    root: tree.root,
    environment: { runtime, hostsDir: tree.hostsDir, ...environment },
  })
}

function pulls({ verdict, pulls: does = verdict === 'pullable' }: PullCase): boolean {
  return does
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessCases } from './access-cases.ts'
import { askBoth } from './ask-both.ts'
import { containerdVersion, missingContainerd, startContainerd } from './containerd.ts'
import type { Containerd } from './containerd.ts'
import { contentCases } from './content-cases.ts'
import { existenceCases } from './existence-cases.ts'
import { headCases } from './head-cases.ts'
import { hostsTlsCases } from './hosts-tls-cases.ts'
import { hostsTomlCases } from './hosts-toml-cases.ts'
import { mirrorCases } from './mirror-cases.ts'
import { holdsFor } from './pull-case.ts'
import type { PullCase } from './pull-case.ts'
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
    ['head', headCases],
    ['access', accessCases],
    ['mirrors', mirrorCases],
    ['hosts-toml', hostsTomlCases],
    ['hosts-tls', hostsTlsCases],
  ] as const)('%s', (area, cases) => {
    test.for(held(cases).map((one, at) => [one.name, one, `${area}/c${at}`] as const))(
      '%s',
      async ([, one, repository]) => {
        const laid = one.lay(stage, repository)
        const both = await askBoth(laid, containerd, one.depth)
        expect(both).toMatchObject({ verdict: one.verdict, kind: pulls(one) ? 'pulled' : 'failed' })
      },
    )
  })
})

function held(cases: readonly PullCase[]): readonly PullCase[] {
  return cases.filter(one => holdsFor(one, containerdVersion))
}

function pulls({ verdict, pulls: does = verdict === 'pullable' }: PullCase): boolean {
  return does
}

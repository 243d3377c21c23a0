import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fileTree } from '../support/file-tree.ts'
import type { FileTree } from '../support/file-tree.ts'
import { greetingCases } from './greeting-cases.ts'
import { ourVerdict } from './our-verdict.ts'
import { placed } from './placed.ts'
import { realImage } from './real-image.ts'
import { confCases } from './registries-conf-cases.ts'
import type { ConfCase } from './registries-conf-cases.ts'
import { copyBySkopeo, isSkopeoMissing, skopeoNote } from './skopeo.ts'
import { setStage } from './stage.ts'
import type { Stage } from './stage.ts'

describe.skipIf(isSkopeoMissing)(`skopeo copies what we call pullable${skopeoNote}`, () => {
  let stage: Stage
  let folder: FileTree
  beforeAll(async () => {
    stage = await setStage()
    folder = await fileTree({ 'home/': '' })
  })
  afterAll(async () => {
    await folder[Symbol.asyncDispose]()
    await stage[Symbol.asyncDispose]()
  })

  test.for([...confCases, ...greetingCases].map(one => [one.name, one] as const))('%s', async ([, one]) => {
    const image = await lay(one)
    const ours = await ourVerdict({ image, login: one.login, root: folder.root, environment: nodes })
    const { exitCode, stderr } = await copyBySkopeo({ image, login: one.login, folder })
    for (const name of names) stage[name].clearFaults()
    const expected = { verdict: one.verdict, copies: one.pulls ?? one.verdict === 'pullable' }
    expect({ ...ours, copies: exitCode === 0, stderr }).toMatchObject(expected)
  })

  async function lay({ conf, at, by, fault, image = 'corp.test/acme/web:v1' }: ConfCase): Promise<string> {
    await writeFile(join(folder.root, 'registries.conf'), placed(conf, stage))
    for (const name of names) stage[name].store.remove('acme/web')
    const artifact = realImage({ name: 'web' })
    for (const name of names) if (at[name] !== undefined) stage[name].push(at[name], 'v1', artifact)
    if (fault !== undefined) for (const name of names) stage[name].fault('*', fault)
    const whole = placed(image, stage)
    return by === 'digest' ? whole.replace(/:v1$/, `@${artifact.root.digest}`) : whole
  }
})

const nodes = { runtime: 'cri-o', registriesConf: 'registries.conf', nodeCredentials: { kind: 'none' } } as const
const names = ['open', 'mirror', 'second', 'basic', 'silent', 'tls'] as const

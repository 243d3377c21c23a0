import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runChild } from '../support/child.ts'
import { fileTree } from '../support/file-tree.ts'
import type { FileTree } from '../support/file-tree.ts'
import { ourVerdict } from './our-verdict.ts'
import { placed } from './placed.ts'
import { realImage } from './real-image.ts'
import { confCases } from './registries-conf-cases.ts'
import type { ConfCase } from './registries-conf-cases.ts'
import { setStage } from './stage.ts'
import type { Stage } from './stage.ts'

const skopeo = '/usr/bin/skopeo'
const isMissing = !existsSync(skopeo)
const note = isMissing ? ' (skipped: skopeo is not installed; see .ci/run)' : ''

// skopeo reads registries.conf by the same library as CRI-O, containers/image
describe.skipIf(isMissing)(`skopeo copies what we call pullable under a registries.conf${note}`, () => {
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

  test.for(confCases.map(one => [one.name, one] as const))('%s', async ([, one]) => {
    const image = await lay(one)
    const ours = await ourVerdict({ image, login: one.login, root: folder.root, environment: nodes })
    const { exitCode, stderr } = await copy(image, one)
    const expected = { verdict: one.verdict, copies: one.pulls ?? one.verdict === 'pullable' }
    expect({ ...ours, copies: exitCode === 0, stderr }).toMatchObject(expected)
  })

  async function lay({ conf, at, by, image = 'corp.test/acme/web:v1' }: ConfCase): Promise<string> {
    await writeFile(join(folder.root, 'registries.conf'), placed(conf, stage))
    for (const name of names) stage[name].store.remove('acme/web')
    const artifact = realImage({ name: 'web' })
    for (const name of names) if (at[name] !== undefined) stage[name].push(at[name], 'v1', artifact)
    const whole = placed(image, stage)
    return by === 'digest' ? whole.replace(/:v1$/, `@${artifact.root.digest}`) : whole
  }

  function copy(image: string, { login }: ConfCase) {
    const rights = login === undefined ? ['--src-no-creds'] : [`--src-creds=${login.username}:${login.password}`]
    return runChild({
      program: skopeo,
      arguments: [
        '--registries-conf',
        join(folder.root, 'registries.conf'),
        '--insecure-policy',
        'copy',
        ...rights,
        `docker://${image}`,
        'dir:copied',
      ],
      environment: { PATH: '/usr/bin', HOME: join(folder.root, 'home') },
      folder: folder.root,
    })
  }
})

const nodes = { runtime: 'cri-o', registriesConf: 'registries.conf', nodeCredentials: { kind: 'none' } } as const
const names = ['open', 'mirror', 'second', 'basic', 'tls'] as const

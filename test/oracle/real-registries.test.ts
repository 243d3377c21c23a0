import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { judgesNote, missingJudges, startDockerRegistry } from '../support/docker-registry.ts'
import type { DockerRegistry } from '../support/docker-registry.ts'
import { fileTree } from '../support/file-tree.ts'
import type { FileTree } from '../support/file-tree.ts'
import { indexLayout, singleLayout } from '../support/oci-layout.ts'
import { askBoth } from './ask-both.ts'
import { missingContainerd, startContainerd } from './containerd.ts'
import type { Containerd } from './containerd.ts'

const login = { user: 'deployer', password: 'of-the-tests' }
const right = { username: login.user, password: login.password }
const wrong = { ...right, password: 'revoked' }
const nowhere = `sha256:${'0'.repeat(64)}`
const note = missingContainerd === undefined ? judgesNote : ` (skipped: ${missingContainerd})`
const isMissing = missingContainerd !== undefined || missingJudges.length > 0

// nothing of ours but the verdict: the registry, what fills it and what pulls are other people's
describe.skipIf(isMissing)(`containerd and docker-registry, filled by skopeo${note}`, () => {
  let layouts: FileTree
  let open: DockerRegistry
  let closed: DockerRegistry
  let containerd: Containerd

  beforeAll(async () => {
    layouts = await fileTree({})
    const both = await indexLayout(join(layouts.root, 'both'), ['linux/amd64', 'linux/arm64'])
    const arm = await indexLayout(join(layouts.root, 'arm'), ['linux/arm64', 'linux/arm/v7'])
    const hollow = await indexLayout(join(layouts.root, 'hollow'), ['linux/amd64', 'linux/arm64'])
    const single = await singleLayout(join(layouts.root, 'single'), 'linux/arm64')
    ;[open, closed, containerd] = await Promise.all([
      startDockerRegistry(),
      startDockerRegistry(login),
      startContainerd(),
    ])
    await open.push(both.folder, 'acme/web:1')
    await open.push(arm.folder, 'acme/arm:1')
    await open.push(hollow.folder, 'acme/hollow:1')
    await open.push(single.folder, 'acme/single:1')
    await closed.push(both.folder, 'acme/api:1')
    await open.remove('acme/hollow', hollow.children.get('linux/amd64') ?? '')
  })
  afterAll(async () => {
    await Promise.all([containerd, open, closed, layouts].map(each => each?.[Symbol.asyncDispose]()))
  })

  const direct = (image: string) => ({ image: `${open.host}/${image}` })
  const at = (image: string, given?: typeof right) => ({
    image: `${closed.host}/${image}`,
    login: given,
    environment: { nodeCredentials: { kind: 'none' } } as const,
  })
  const behind = (image: string, ...registries: readonly string[]) => {
    const [server = '', ...mirrors] = registries.toReversed()
    const hosts = mirrors.toReversed().map(host => `[host."http://${host}"]\n`)
    return {
      image: `corp.test/${image}`,
      hosts: { 'corp.test/hosts.toml': `server = "http://${server}"\n${hosts.join('')}` },
      environment: { nodeCredentials: { kind: 'none' } } as const,
    }
  }

  test.each([
    ['an image', 'pullable', () => direct('acme/web:1')],
    ['a missing tag', 'unpullable', () => direct('acme/web:2')],
    ['a missing repository', 'unpullable', () => direct('acme/nothing:1')],
    ['a missing digest', 'unpullable', () => direct(`acme/web@${nowhere}`)],
    ['a missing platform', 'unpullable', () => direct('acme/arm:1')],
    ['a child that was deleted', 'unpullable', () => direct('acme/hollow:1')],
    ['a single image of another CPU', 'pullable', () => direct('acme/single:1')],
    ['a private image with the right login', 'pullable', () => at('acme/api:1', right)],
    ['a private image with a login that was revoked', 'unpullable', () => at('acme/api:1', wrong)],
    ['a private image without a login', 'unpullable', () => at('acme/api:1')],
    ['a missing tag with the right login', 'unpullable', () => at('acme/api:2', right)],
    ['a mirror that has it', 'pullable', () => behind('acme/web:1', open.host, closed.host)],
    ['a mirror that lacks it', 'pullable', () => behind('acme/web:1', closed.host, open.host)],
    [
      'a mirror that lacks it before a registry that does',
      'unpullable',
      () => behind('acme/web:9', open.host, open.host),
    ],
    ['a mirror without a tag that nobody may see', 'unpullable', () => behind('acme/api:1', open.host, closed.host)],
  ] as const)('%s is %s', async (_, verdict, lay) => {
    const kind = verdict === 'pullable' ? 'pulled' : 'failed'
    expect(await askBoth(lay(), containerd)).toMatchObject({ verdict, kind })
  })
})

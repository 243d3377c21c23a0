import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { judgesNote, missingJudges, startDockerRegistry } from '../support/docker-registry.ts'
import type { DockerRegistry, Login } from '../support/docker-registry.ts'
import { expectExit } from '../support/expect-exit.ts'
import { fileTree } from '../support/file-tree.ts'
import type { FileTree } from '../support/file-tree.ts'
import { indexLayout, singleLayout } from '../support/oci-layout.ts'
import { podOf, workbench } from '../support/workbench.ts'

const login: Login = { user: 'deployer', password: 'of-the-tests' }
const platforms = ['--platform', 'linux/amd64,linux/arm64']

describe.skipIf(missingJudges.length > 0)(`against Debian's docker-registry, filled by skopeo${judgesNote}`, () => {
  let layouts: FileTree
  let open: DockerRegistry
  let closed: DockerRegistry

  beforeAll(async () => {
    layouts = await fileTree({})
    const both = await indexLayout(join(layouts.root, 'both'), ['linux/amd64', 'linux/arm64'])
    const hollow = await indexLayout(join(layouts.root, 'hollow'), ['linux/amd64', 'linux/arm64'])
    const single = await singleLayout(join(layouts.root, 'single'), 'linux/amd64')
    ;[open, closed] = await Promise.all([startDockerRegistry(), startDockerRegistry(login)])
    await open.push(both.folder, 'acme/web:1.27.3')
    await open.push(hollow.folder, 'acme/hollow:1')
    await open.push(single.folder, 'acme/single:1')
    await closed.push(both.folder, 'acme/api:4.2.0')
    await open.remove('acme/hollow', hollow.children.get('linux/arm64') ?? '')
  })
  afterAll(async () => {
    await Promise.all([open, closed, layouts].map(each => each?.[Symbol.asyncDispose]()))
  })

  test.each([
    { image: 'acme/web:1.27.3', verdict: 'pullable', codes: [], exit: 0 },
    { image: 'acme/web:1.27.33', verdict: 'unpullable', codes: ['tag-not-found'], exit: 1 },
    { image: `acme/web@sha256:${'0'.repeat(64)}`, verdict: 'unpullable', codes: ['digest-not-found'], exit: 1 },
    { image: 'acme/nothing:1', verdict: 'unpullable', codes: ['repository-not-found'], exit: 1 },
    { image: 'acme/hollow:1', verdict: 'unpullable', codes: ['child-manifest-missing'], exit: 1 },
    { image: 'acme/single:1', verdict: 'pullable', codes: ['wrong-architecture'], exit: 1 },
  ])('$image is $verdict', async ({ image, verdict, codes, exit }) => {
    await using bench = await workbench({ 'web.yaml': podOf(`${open.host}/${image}`) })
    const result = await bench.report(['check', ...platforms])
    expect(result.report.images.map(each => each.verdict)).toEqual([verdict])
    expect(result.report.findings.map(({ code }) => code)).toEqual(codes)
    expectExit(result, exit)
  })

  test('an index is good for the platforms whose manifest is there, and the fix names what is missing', async () => {
    await using bench = await workbench({ 'web.yaml': podOf(`${open.host}/acme/hollow:1`) })
    const { report } = await bench.report(['check', ...platforms])
    expect(report.images[0]?.platforms).toMatchObject([
      { platform: 'linux/amd64', verdict: 'pullable' },
      { platform: 'linux/arm64', verdict: 'unpullable' },
    ])
    const amd64 = await bench.report(['check'])
    expectExit(amd64, 0)
    expect(amd64.report.verdict).toBe('pass')
  })

  const api = () => podOf(`${closed.host}/acme/api:4.2.0`)
  const secretOf = (password: string) => {
    const auths = { auths: { [closed.host]: { username: login.user, password } } }
    return `apiVersion: v1
kind: Secret
metadata: { name: regcred }
type: kubernetes.io/dockerconfigjson
stringData: { .dockerconfigjson: '${JSON.stringify(auths)}' }
`
  }
  const named = () => `${api()}  imagePullSecrets: [{ name: regcred }]\n`

  test.each([
    { name: 'names a secret that opens it', password: login.password, codes: [], exit: 0 },
    { name: 'names a secret that was revoked', password: 'revoked', codes: ['pull-secret-rejected'], exit: 1 },
  ])('a private image whose pod $name', async ({ password, codes, exit }) => {
    await using bench = await workbench({ 'pod.yaml': named(), 'secret.yaml': secretOf(password) })
    const result = await bench.report(['check'])
    expect(result.report.findings.map(({ code }) => code)).toEqual(codes)
    expect(result.stdout + result.stderr).not.toContain(password)
    expectExit(result, exit)
  })

  test('a private image that the runner sees and the pod has no secret for is unknown, or broken if nodes hold none', async () => {
    await using bench = await workbench({ 'pod.yaml': api() })
    const auth = Buffer.from(`${login.user}:${login.password}`).toString('base64')
    const config = await bench.writeBeside('docker/config.json', JSON.stringify({ auths: { [closed.host]: { auth } } }))
    const environment = { DOCKER_CONFIG: join(config, '..') }
    const undeclared = await bench.report(['check'], { environment })
    expectExit(undeclared, 0)
    expect(undeclared.report.findings).toMatchObject([{ code: 'no-pull-secret', verdict: 'unknown' }])
    const none = await bench.report(['check', '--node-credentials', 'none'], { environment })
    expectExit(none, 1)
    expect(none.report.findings).toMatchObject([{ code: 'no-pull-secret', verdict: 'unpullable' }])
    const runner = await bench.report(['check', '--node-credentials', 'runner'], { environment })
    expectExit(runner, 0)
    expect(runner.report.verdict).toBe('pass')
  })

  test('a private image that nobody here can look at is unknown, unless the nodes are said to hold no login', async () => {
    await using bench = await workbench({ 'pod.yaml': api() })
    const undeclared = await bench.report(['check'])
    expectExit(undeclared, 0)
    expect(undeclared.report.findings).toMatchObject([{ code: 'access-denied', verdict: 'unknown' }])
    const none = await bench.report(['check', '--node-credentials', 'none'])
    expectExit(none, 1)
    expect(none.report.findings).toMatchObject([{ code: 'not-found-or-private', verdict: 'unpullable' }])
  })
})

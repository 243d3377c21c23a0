import { afterAll, beforeAll, expect, test } from 'vitest'
import { node, owner, pod, waiting } from '../../test/cluster/objects.ts'
import { image } from '../simulator/image.ts'
import { startRegistry } from '../simulator/registry.ts'
import type { SimulatedRegistry } from '../simulator/registry.ts'
import type { Fields } from '../triage/fields.ts'
import { triage } from '../triage/triage.ts'
import { verifyTriage } from './verify-triage.ts'

let registry: SimulatedRegistry

beforeAll(async () => {
  registry = await startRegistry({
    auth: { style: 'htpasswd', users: [{ name: 'deployer', password: 'of-the-test' }] },
  })
  registry.push('acme/web', '1.27.3', image({ platforms: ['linux/amd64'] }))
})
afterAll(() => registry[Symbol.asyncDispose]())

const arm = {
  ...node(),
  metadata: { name: 'node-1' },
  status: {
    nodeInfo: { operatingSystem: 'linux', architecture: 'arm64', containerRuntimeVersion: 'containerd://1.7.29' },
  },
}

function failing(tag: string): Fields {
  const reference = `${registry.host}/acme/web:${tag}`
  const status = waiting('ImagePullBackOff', `Back-off pulling image "${reference}"`, { image: reference })
  return pod({ containers: [status], spec: { imagePullSecrets: [{ name: 'regcred' }] } })
}

function secret(password: string): Fields {
  const auths = { auths: { [registry.host]: { username: 'deployer', password } } }
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { namespace: 'shop', name: 'regcred' },
    type: 'kubernetes.io/dockerconfigjson',
    data: { '.dockerconfigjson': Buffer.from(JSON.stringify(auths)).toString('base64') },
  }
}

async function verified(objects: readonly Fields[]) {
  return (await verifyTriage(triage(objects), objects)).workloads[0]?.verified
}

test.each([
  {
    tag: '1.27.33',
    password: 'of-the-test',
    nodes: [arm],
    verdict: 'unpullable',
    platform: 'linux/arm64',
    code: 'tag-not-found',
  },
  {
    tag: '1.27.3',
    password: 'of-the-test',
    nodes: [arm],
    verdict: 'unpullable',
    platform: 'linux/arm64',
    code: 'platform-missing',
  },
  {
    tag: '1.27.3',
    password: 'outdated',
    nodes: [arm],
    verdict: 'unpullable',
    platform: 'linux/arm64',
    code: 'pull-secret-rejected',
  },
])('finds $code as the node of the pod would', async ({ tag, password, nodes, verdict, platform, code }) => {
  const found = await verified([failing(tag), secret(password), ...nodes, owner('Deployment', 'web')])
  expect(found).toMatchObject({ verdict, platform, guessed: false })
  expect(found?.findings.map(finding => finding.code)).toEqual([code])
})

test('says that it can be pulled now, and that the platform was a guess', async () => {
  const found = await verified([failing('1.27.3'), secret('of-the-test')])
  expect(found).toEqual({ verdict: 'pullable', platform: 'linux/amd64', guessed: true, findings: [] })
})

test('asks for nothing that was pulled', async () => {
  registry.clear()
  const objects = [
    pod({ containers: [waiting('CrashLoopBackOff', 'back-off', { image: `${registry.host}/acme/web:1.27.3` })] }),
  ]
  expect(await verified(objects)).toBeNull()
  expect(registry.requestCount).toBe(0)
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { image } from '../../src/simulator/image.ts'
import { startRegistry } from '../../src/simulator/registry.ts'
import type { SimulatedRegistry } from '../../src/simulator/registry.ts'
import type { ReportFinding } from '../../src/report/schema.ts'
import { play } from '../faults/scene.ts'

let registry: SimulatedRegistry
beforeAll(async () => {
  registry = await startRegistry()
  registry.push('acme/web', ['1.2-amd64', '1.1-amd64'], image({ platforms: ['linux/amd64'] }))
  registry.push('acme/web', ['1.2', '1.2-arm64'], image({ platforms: ['linux/arm64', 'linux/amd64'] }))
  registry.push('acme/web', '1.0-arm64', image({ platforms: ['linux/arm64'] }))
})
afterAll(async () => registry[Symbol.asyncDispose]())

async function only(name: string, platforms: readonly string[]): Promise<ReportFinding | undefined> {
  const { report } = await play({
    images: [`${registry.host}/${name}`],
    registry: registry.host,
    who: 'nobody',
    servers: [registry],
    environment: { platforms },
  })
  return report.findings.find(({ severity }) => severity === 'error')
}

describe('what is asked after judging, for the fix', () => {
  test('the nearest tags that have all platforms of the nodes', async () => {
    const finding = await only('acme/web:1.2-amd64', ['linux/amd64', 'linux/arm64'])
    expect(finding?.code).toBe('platform-missing')
    expect(finding?.fix?.text).toBe('Use `1.2-arm64`, which has `linux/arm64`, or `1.2`.')
  })

  test('no tag where none has the platform', async () => {
    const finding = await only('acme/web:1.2-amd64', ['linux/riscv64'])
    expect(finding?.fix?.text).toMatch(/^Build and push the image for `linux\/riscv64` too/)
  })

  test('the digest that the tag of a digest that is gone stands for', async () => {
    const now = registry.push('acme/moved', '1', image({ name: 'now' }))
    const finding = await only(`acme/moved:1@sha256:${'0'.repeat(64)}`, ['linux/amd64'])
    expect(finding?.code).toBe('digest-not-found')
    expect(finding?.fix?.text).toBe(`Use the digest \`${now}\`, which the tag \`1\` stands for now.`)
  })
})

describe('what the nodes lack to pull a private image', () => {
  const secretOf = (namespace: string, host: string) => `apiVersion: v1
kind: Secret
metadata: { name: regcred, namespace: ${namespace} }
type: kubernetes.io/dockerconfigjson
stringData:
  .dockerconfigjson: '{"auths":{"${host}":{"username":"alice","password":"wonderland"}}}'
`
  const podIn = (host: string, spec: string) => `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { ${spec}containers: [{ name: main, image: "${host}/acme/private:1" }] }
`

  async function findingsOf(make: (host: string) => string): Promise<readonly ReportFinding[]> {
    const users = [{ name: 'alice', password: 'wonderland', repositories: ['acme/**'] }]
    await using closed = await startRegistry({ auth: { users, public: [] } })
    closed.push('acme/private', '1', image())
    const asked = { registry: closed.host, who: 'nobody', servers: [closed], images: [] } as const
    const environment = { nodeCredentials: { kind: 'none' } } as const
    const { report } = await play({ ...asked, environment, request: { stdin: make(closed.host) } })
    return report.findings
  }

  test('is a command that makes a pull secret, and the lines that name it', async () => {
    const [finding] = await findingsOf(host => podIn(host, ''))
    expect(finding?.verdict).toBe('unpullable')
    expect(finding?.fix?.commands[0]).toMatch(
      /^kubectl create secret docker-registry regcred --namespace=shop --docker-server=\S+ --docker-username="\$REGISTRY_USER"/,
    )
    expect(finding?.fix?.snippet?.slice(1)).toEqual(['imagePullSecrets:', '  - name: regcred'])
    expect(JSON.stringify(finding)).not.toContain('wonderland')
  })

  test('is a secret in the namespace of the pod, where it is rendered into another', async () => {
    const findings = await findingsOf(host =>
      [podIn(host, 'imagePullSecrets: [{ name: regcred }], '), secretOf('infra', host)].join('---\n'),
    )
    const finding = findings.find(({ code }) => code === 'pull-secret-other-namespace')
    expect(finding?.fix?.text).toBe('Render it into namespace `shop`, or create it there.')
    expect(finding?.fix?.commands[0]).toContain('docker-registry regcred --namespace=shop')
  })
})

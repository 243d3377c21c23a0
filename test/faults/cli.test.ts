import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FaultName } from '../../src/simulator/faults/faults.ts'
import { image } from '../../src/simulator/image.ts'
import { startProxy } from '../../src/simulator/proxy.ts'
import { startRegistry } from '../../src/simulator/registry.ts'
import { podOf, workbench } from '../support/workbench.ts'
import type { Workbench } from '../support/workbench.ts'
import { alice, dockerConfig, leaksIn } from './login.ts'

interface Smoke {
  readonly fault: FaultName | undefined
  readonly exitCode: number
  readonly codes: readonly string[]
}

const rows: readonly Smoke[] = [
  { fault: undefined, exitCode: 0, codes: [] },
  { fault: 'manifest-unknown', exitCode: 1, codes: ['tag-not-found'] },
  { fault: 'token-echoes-password', exitCode: 0, codes: ['access-denied'] },
  { fault: 'limited-hub-pulls', exitCode: 0, codes: ['rate-limited'] },
  { fault: 'policy-harbor', exitCode: 1, codes: ['registry-policy'] },
]

describe('the built command line', () => {
  let bench: Workbench
  beforeAll(async () => void (bench = await workbench()))
  afterAll(() => bench[Symbol.asyncDispose]())

  test.each(rows)('with $fault ends with $exitCode', async ({ fault, exitCode, codes }) => {
    await using registry = await startRegistry({
      tls: 'good',
      name: 'registry.test',
      tokenOrigin: 'https://registry.test',
      auth: { public: ['**'], users: [alice] },
    })
    registry.push('acme/web', 'v1', image())
    if (fault !== undefined) registry.fault('*', fault)
    await using proxy = await startProxy({ routes: { 'registry.test': registry.host } })
    await bench.write('pod.yaml', podOf('registry.test/acme/web:v1'))
    const ca = await bench.write('ca.pem', registry.ca)
    const environment = { HTTPS_PROXY: proxy.origin, DOCKER_AUTH_CONFIG: dockerConfig('registry.test', alice) }
    const result = await bench.report(['check', 'pod.yaml', '--ca-file', ca], { environment })
    expect([result.exitCode, result.report.findings.map(({ code }) => code)]).toEqual([exitCode, codes])
    expect(leaksIn(result.stdout + result.stderr)).toEqual([])
  })
})

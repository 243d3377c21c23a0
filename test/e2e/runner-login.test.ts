import { chmod } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { image } from '../../src/simulator/image.ts'
import { startRegistry } from '../../src/simulator/registry.ts'
import type { SimulatedRegistry } from '../../src/simulator/registry.ts'
import { expectExit } from '../support/expect-exit.ts'
import { podOf, workbench } from '../support/workbench.ts'
import type { Workbench } from '../support/workbench.ts'

let open: SimulatedRegistry
let closed: SimulatedRegistry
beforeAll(async () => {
  open = await startRegistry()
  closed = await startRegistry({ auth: { style: 'htpasswd', users: [{ name: 'deployer', password: 'hunter2' }] } })
  open.push('acme/web', '1', image())
  closed.push('acme/api', '1', image())
})
afterAll(async () => {
  await open[Symbol.asyncDispose]()
  await closed[Symbol.asyncDispose]()
})

const basic = (password: string) => Buffer.from(`deployer:${password}`).toString('base64')
const printing = (login: object) => `echo '${JSON.stringify(login)}'`
/** Nodes can do what this runner's login can, so that the login alone decides. */
const words = ['check', '--node-credentials', 'runner']

/** A repository with one private and one public image, a docker config, and a helper `docker-credential-of-tests`. */
async function benchWith(config: unknown, helper: string | undefined): Promise<Workbench> {
  const bench = await workbench({
    'api.yaml': podOf(`${closed.host}/acme/api:1`, 'api'),
    'web.yaml': podOf(`${open.host}/acme/web:1`),
  })
  const text = typeof config === 'string' ? config : JSON.stringify(config)
  await bench.writeBeside('docker/config.json', text)
  if (helper !== undefined) {
    const file = await bench.writeBeside('bin/docker-credential-of-tests', `#!/bin/sh\n${helper}\n`)
    await chmod(file, 0o755)
  }
  return bench
}

function checkWith(bench: Workbench) {
  const environment = { DOCKER_CONFIG: `${bench.beside}/docker`, PATH: `${bench.beside}/bin:/usr/bin:/bin` }
  // a helper may take 30 s
  return bench.report(words, { environment, timeoutMs: 50_000 })
}

describe('a login opens a private registry', () => {
  test.each([
    { name: 'from auths', config: () => ({ auths: { [closed.host]: { auth: basic('hunter2') } } }), helper: undefined },
    {
      name: 'from auths keyed by an address',
      config: () => ({ auths: { [`https://${closed.host}/v1/`]: { auth: basic('hunter2') } } }),
      helper: undefined,
    },
    {
      name: 'from credHelpers, asked for this host alone',
      config: () => ({ credHelpers: { [closed.host]: 'of-tests' } }),
      helper: () =>
        `read -r host\n[ "$1 $host" = "get ${closed.host}" ] && ${printing({ Username: 'deployer', Secret: 'hunter2' })}`,
    },
    {
      name: 'from credsStore, which has none for other hosts',
      config: () => ({ credsStore: 'of-tests', auths: { [closed.host]: {} } }),
      helper: () =>
        `read -r host\nif [ "$host" = "${closed.host}" ]; then ${printing({ Username: 'deployer', Secret: 'hunter2' })}\nelse echo 'credentials not found in native keychain'; exit 1; fi`,
    },
  ])('$name', async ({ config, helper }) => {
    await using bench = await benchWith(config(), helper?.())
    const result = await checkWith(bench)
    expectExit(result, 0)
    expect(result.report.verdict).toBe('pass')
    expect(result.stdout + result.stderr).not.toMatch(/hunter2|ZGVwbG95ZXI6/)
  })
})

describe.concurrent('a login that can not be had leaves the private image unknown, and the rest is checked', () => {
  const printsLogin = printing({ Username: 'deployer', Secret: 'hunter2' })
  test.each([
    {
      name: 'broken JSON',
      config: '{"auths": {"',
      helper: undefined,
      says: /docker\/config\.json can't be used: it holds no JSON/,
    },
    {
      name: 'an auth that is no base64',
      config: () => ({ auths: { [closed.host]: { auth: '%%' } } }),
      helper: undefined,
      says: /has an auth that is no base64/,
    },
    {
      name: 'a helper that is not there',
      config: { credsStore: 'of-tests' },
      helper: undefined,
      says: /docker-credential-of-tests is not on PATH/,
    },
    {
      name: 'a helper that prints no login',
      config: { credsStore: 'of-tests' },
      helper: 'echo hello',
      says: /docker-credential-of-tests did not print a login/,
    },
    {
      name: 'a helper that fails',
      config: { credsStore: 'of-tests' },
      helper: 'echo "no session" >&2; exit 1',
      says: /docker-credential-of-tests failed: no session/,
    },
    {
      name: 'a helper that never ends its output',
      config: { credsStore: 'of-tests' },
      helper: 'yes',
      says: /printed more than 1048576 bytes/,
    },
    {
      name: 'a helper that hangs',
      config: () => ({ credHelpers: { [closed.host]: 'of-tests' } }),
      helper: `sleep 600; ${printsLogin}`,
      says: /did not answer within 30 s/,
    },
  ])('$name', { timeout: 60_000 }, async ({ config, helper, says }) => {
    await using bench = await benchWith(typeof config === 'function' ? config() : config, helper)
    const result = await checkWith(bench)
    expectExit(result, 0)
    const [finding, ...others] = result.report.findings
    expect(others).toEqual([])
    expect(finding).toMatchObject({ code: 'access-denied', verdict: 'unknown', image: `${closed.host}/acme/api:1` })
    expect(finding?.cause).toMatch(says)
    expect(finding?.fix?.text).toContain('Mend that login')
    expect(result.report.images.map(({ verdict }) => verdict).toSorted()).toEqual(['pullable', 'unknown'])
  })
})

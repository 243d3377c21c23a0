import { join, resolve } from 'node:path'
import process from 'node:process'
import { describe, expect, test } from 'vitest'
import { reportSchema } from '../../src/report/schema.ts'
import type { Report } from '../../src/report/schema.ts'
import { image } from '../../src/simulator/image.ts'
import { startProxy } from '../../src/simulator/proxy.ts'
import { startRegistry } from '../../src/simulator/registry.ts'
import { runChild } from '../support/child.ts'
import { podOf, workbench } from '../support/workbench.ts'

const main = resolve(import.meta.dirname, '../../src/cli/main.ts')

interface Setting {
  readonly http2?: boolean
  /** The registry asks for a token of `auth.test`. */
  readonly asksForToken?: boolean
  readonly words?: readonly string[]
  /** The nodes' hosts.toml for the registry, which leads to it without a proxy. */
  readonly mirror?: string
  /** The environment, by the path of the authority's file. */
  readonly told: (file: string) => Readonly<Record<string, string>>
}

/** Checks two images of a registry whose authority the runner was told of; gives what each use takes on trust. */
async function trustOf({ http2 = false, asksForToken = false, words = [], mirror, told }: Setting) {
  const auth = asksForToken ? { public: ['**'] } : undefined
  await using registry = await startRegistry({
    tls: 'good',
    http2,
    name: 'ours.test',
    tokenOrigin: 'https://auth.test',
    auth,
  })
  await using proxy = await startProxy({ routes: { 'ours.test': registry.host, 'auth.test': registry.host } })
  registry.push('acme/web', ['v1', 'v2'], image())
  const pods = { 'a.yaml': podOf('ours.test/acme/web:v1'), 'b.yaml': podOf('ours.test/acme/web:v2', 'other') }
  await using bench = await workbench(pods)
  const file = await bench.writeBeside('ca.pem', registry.ca)
  const direct = mirror && mirror.replace('HOST', registry.host)
  if (direct !== undefined) await bench.write('certs.d/ours.test/hosts.toml', direct)
  await bench.write('certs.d/ours.test/ca.pem', registry.ca)
  const { stdout, stderr } = await runChild({
    program: process.execPath,
    arguments: [main, 'check', '--format', 'json', ...words.map(word => word.replace('CA', file))],
    environment: { ...bench.environment, HTTPS_PROXY: proxy.origin, ...told(file) },
    folder: bench.repository,
  })
  if (!stdout.startsWith('{')) throw new Error(stderr)
  return summary(reportSchema.parse(JSON.parse(stdout)))
}

function summary({ uses }: Report): readonly string[] {
  return uses.map(({ verdict, assumptions }) =>
    [verdict, ...assumptions].join('; ').replace(/127\.0\.0\.1:\d+/, 'the address'),
  )
}

const trusting = (host: string) => `nodes trust the certificate authority of \`${host}\``
const extra = (file: string) => ({ NODE_EXTRA_CA_CERTS: file })
const system = (file: string) => ({ SSL_CERT_FILE: file, SSL_CERT_DIR: join(file, 'none') })
const ways = [
  { by: 'NODE_EXTRA_CA_CERTS', told: extra },
  { by: 'SSL_CERT_FILE', told: system },
] as const

describe.each(ways)('an authority that only the runner was told of by $by', ({ told }) => {
  test.each([true, false])('is taken for one that nodes trust, and the report says so (HTTP/2: %s)', async http2 => {
    const said = `pullable; ${trusting('ours.test')}`
    expect(await trustOf({ told, http2 })).toEqual([said, said])
  })

  test('counts for the token server of each image too', async () => {
    const said = `pullable; ${trusting('auth.test')}; ${trusting('ours.test')}`
    expect(await trustOf({ told, asksForToken: true })).toEqual([said, said])
  })

  test("is no assumption where the environment's ca-file says that nodes trust it", async () => {
    expect(await trustOf({ told, words: ['--ca-file', 'CA'], asksForToken: true })).toEqual(['pullable', 'pullable'])
  })

  test('is no assumption of a registry whose certificate nodes do not verify', async () => {
    const words = ['--insecure-registry', 'ours.test']
    expect(await trustOf({ told, words })).toEqual(['pullable', 'pullable'])
  })

  test.each([true, false])('is told of a host that no proxy is before (HTTP/2: %s)', async http2 => {
    const said = `pullable; ${trusting('the address')}`
    const mirror = '[host."https://HOST"]\n'
    expect(await trustOf({ told, http2, mirror, words: ['--hosts-dir', 'certs.d'] })).toEqual([said, said])
  })

  test("is no assumption of a host for which the nodes' own configuration names it", async () => {
    const mirror = '[host."https://HOST"]\n  ca = "ca.pem"\n'
    expect(await trustOf({ told, mirror, words: ['--hosts-dir', 'certs.d'] })).toEqual(['pullable', 'pullable'])
  })
})

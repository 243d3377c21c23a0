import { join } from 'node:path'
import process from 'node:process'
import { expect, test } from 'vitest'
import { fileTree } from '../../../test/support/file-tree.ts'
import { runWell } from '../../../test/support/child.ts'
import { startRegistry } from '../../simulator/registry.ts'

/** Asks a registry in a process with this environment; `read` is what of it the client is told. */
async function asked(read: readonly string[], environment: (file: string) => Readonly<Record<string, string>>) {
  await using server = await startRegistry({ tls: 'good' })
  await using tree = await fileTree({ 'roots.pem': server.ca })
  const variables = environment(join(tree.root, 'roots.pem'))
  const told = Object.fromEntries(read.map(name => [name, variables[name]]))
  const url = (path: string) => JSON.stringify(new URL(path, import.meta.url).href)
  const script = `
    const { registryFor } = await import(${url('../testing/registry-for.ts')})
    const { hostFor } = await import(${url('../testing/host-for.ts')})
    const host = { ...hostFor(${JSON.stringify(server.host)}), scheme: 'https', verify: true }
    await using registry = registryFor({ environment: ${JSON.stringify(told)} })
    const answer = await registry.manifest({ host, repository: 'acme/web', as: { kind: 'anonymous' } }, 'v1')
    console.log(answer.kind, answer.trail.at(-1).onlyRunnerTrusts)`
  const words = ['--input-type=module', '-e', script]
  return await runWell({ program: process.execPath, arguments: words, folder: tree.root, environment: variables })
}

const extra = (file: string) => ({ NODE_EXTRA_CA_CERTS: file, SSL_CERT_DIR: join(file, 'none') })

test('an authority of NODE_EXTRA_CA_CERTS alone is one that only the runner trusts', async () => {
  expect(await asked([], extra)).toBe('absent true\n')
})

test("an authority of NODE_EXTRA_CA_CERTS that the system's store has too is one that nodes may have as well", async () => {
  // to the client that is told of no SSL_CERT_FILE, what Node reads from there is the system's store
  expect(await asked([], file => ({ ...extra(file), SSL_CERT_FILE: file }))).toBe('absent undefined\n')
  expect(await asked(['SSL_CERT_FILE'], file => ({ ...extra(file), SSL_CERT_FILE: file }))).toBe('absent true\n')
})

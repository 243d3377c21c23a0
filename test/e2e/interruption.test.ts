import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { chmod, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import process from 'node:process'
import { expect, test } from 'vitest'
import { expectExit } from '../support/expect-exit.ts'
import { podOf, workbench } from '../support/workbench.ts'

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)(
  '%s ends a check that waits for a registry: code %i, a report of what is known, nothing left',
  async (signal, code) => {
    await using silent = await silentServer()
    await using bench = await workbench({ 'web.yaml': podOf(`${silent.host}/acme/web:1`) })
    const result = await bench.report(['check'], { interrupt: { when: silent.asked, signal } })
    expectExit(result, code)
    expect(result.report.images.map(({ verdict }) => verdict)).toEqual(['unknown'])
    expect(result.report.findings.map(({ cause }) => cause)).toEqual([
      'The check was interrupted before this was known.',
    ])
    expect(result.stderr).toBe('Interrupted: what was not known by then is told as unknown.\n')
    expect(await bench.leftovers()).toEqual([])
  },
)

test('a renderer that runs is ended with all that it started', async () => {
  await using bench = await workbench({ 'shop/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n' })
  const pipe = join(bench.beside, 'started')
  execFileSync('mkfifo', [pipe])
  const helm = await bench.writeBeside('helm', `#!/bin/sh\nsleep 600 &\necho "$$ $!" > ${pipe}\nwait\n`)
  await chmod(helm, 0o755)
  const started = readFile(pipe, 'utf8')
  const call = { interrupt: { when: started, signal: 'SIGINT' } } as const
  expectExit(await bench.cli(['check', 'shop', '--helm-path', helm], call), 130)
  const children = (await started).trim().split(' ').map(Number)
  expect(children).toHaveLength(2)
  for (const child of children) expect(await isGone(child)).toBe(true)
  expect(await bench.leftovers()).toEqual([])
})

test('a demo that is ended leaves nothing behind', async () => {
  await using bench = await workbench()
  const pipe = join(bench.beside, 'started')
  execFileSync('mkfifo', [pipe])
  await chmod(await bench.writeBeside('bin/helm', `#!/bin/sh\necho > ${pipe}\nsleep 600\n`), 0o755)
  const environment = { PATH: `${join(bench.beside, 'bin')}:/usr/bin:/bin` }
  const call = { environment, interrupt: { when: readFile(pipe, 'utf8'), signal: 'SIGINT' } } as const
  expectExit(await bench.cli(['demo'], call), 130)
  expect(await bench.leftovers()).toEqual([])
})

/** Takes requests and never answers one. */
async function silentServer() {
  const { promise: asked, resolve } = Promise.withResolvers<void>()
  const server = createServer(() => resolve())
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await once(server.close(), 'close')
    },
  }
}

/** A killed process that nobody has waited for yet is a zombie. */
async function isGone(child: number): Promise<boolean> {
  try {
    process.kill(child, 0)
    return / Z /.test(await readFile(`/proc/${child}/stat`, 'utf8'))
  } catch {
    return true
  }
}

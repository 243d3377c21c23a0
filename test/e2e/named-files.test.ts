import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { image } from '../../src/simulator/image.ts'
import { startRegistry } from '../../src/simulator/registry.ts'
import type { SimulatedRegistry } from '../../src/simulator/registry.ts'
import { startGitHub } from '../github/server.ts'
import { expectExit } from '../support/expect-exit.ts'
import { pullRequest } from '../support/pull-request.ts'
import { runStep } from '../support/runner.ts'
import { podOf, workbench } from '../support/workbench.ts'

const password = 'hunter2-of-the-tests'

let registry: SimulatedRegistry
beforeAll(async () => {
  registry = await startRegistry({ auth: { style: 'htpasswd', users: [{ name: 'deployer', password }] } })
  registry.push('acme/web', '1', image())
})
afterAll(async () => registry[Symbol.asyncDispose]())

const login = () => JSON.stringify({ auths: { [registry.host]: { auth: btoa(`deployer:${password}`) } } })
const pod = () => ({ 'web.yaml': podOf(`${registry.host}/acme/web:1`) })

test('an input may name a file outside of the workspace, and what it holds is masked', async () => {
  await using bench = await workbench()
  await using github = await startGitHub()
  const { commits } = await pullRequest(bench, {}, pod())
  const file = await bench.writeBeside('nodes.json', login())
  const step = await runStep(bench, { github, commits }, { inputs: { 'node-credentials': file } })
  expectExit(step, 0)
  expect(step.outputs).toMatchObject({ verdict: 'pass', images: '1' })
  expect(step.log.split('\n')).toContain(`::add-mask::${password}`)
})

test('on the run of a fork it may not', async () => {
  await using bench = await workbench()
  await using github = await startGitHub()
  const { commits } = await pullRequest(bench, {}, pod())
  const file = await bench.writeBeside('nodes.json', login())
  const step = await runStep(bench, { github, commits }, { inputs: { 'node-credentials': file }, isFork: true })
  expectExit(step, 2)
  expect(step.annotations[0]?.message).toMatch(/^node-credentials: .* it is outside of the repository/)
})

test('what is wrong with the configuration is annotated on its line', async () => {
  await using bench = await workbench()
  await using github = await startGitHub()
  const { commits } = await pullRequest(bench, {}, { ...pod(), 'will-it-pull.yaml': 'depth: manifest\nfail-on: old\n' })
  const step = await runStep(bench, { github, commits })
  expectExit(step, 2)
  expect(step.annotations).toMatchObject([
    { level: 'error', properties: { file: 'will-it-pull.yaml', line: '2' } },
    { level: 'error', properties: {}, message: expect.stringMatching(/^will-it-pull\.yaml:2:/) },
  ])
})

test('the registry configuration of nodes may lie outside of the repository', async () => {
  await using mirror = await startRegistry()
  mirror.push('acme/web', '1', image())
  await using bench = await workbench({ 'web.yaml': podOf('registry.invalid/acme/web:1') })
  await bench.writeBeside('certs.d/registry.invalid/hosts.toml', `[host."http://${mirror.host}"]\n`)
  const result = await bench.report(['check', '--hosts-dir', join(bench.beside, 'certs.d')])
  expectExit(result, 0)
  expect(result.report.images.map(({ verdict }) => verdict)).toEqual(['pullable'])
})

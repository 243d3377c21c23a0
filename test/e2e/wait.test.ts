import { expect, test } from 'vitest'
import { image } from '../../src/simulator/image.ts'
import { startRegistry } from '../../src/simulator/registry.ts'
import { startGitHub } from '../github/server.ts'
import { expectExit } from '../support/expect-exit.ts'
import { pullRequest } from '../support/pull-request.ts'
import { runStep } from '../support/runner.ts'
import { podOf, workbench } from '../support/workbench.ts'

test('an image of the change that is still being built is waited for, and that is said', async () => {
  await using bench = await workbench()
  await using github = await startGitHub()
  await using registry = await startRegistry()
  registry.push('acme/web', '2', image({ name: 'web' }))
  for (const method of ['GET', 'HEAD'])
    registry.fault({ repository: 'acme/web', reference: '2', method, times: 1 }, 'manifest-unknown')
  const { commits } = await pullRequest(bench, {}, { 'deploy/web.yaml': podOf(`${registry.host}/acme/web:2`) })
  const step = await runStep(bench, { github, commits }, { inputs: { wait: '10m' } })
  expectExit(step, 0)
  expect(step.log).toMatch(/^Waiting for 1 of the images, which is not there yet: \S+\/acme\/web:2$/m)
  expect(github.state.comments).toEqual([])
})

test('what the base names too is not waited for', async () => {
  await using bench = await workbench()
  await using github = await startGitHub()
  await using registry = await startRegistry()
  const pod = (name: string) => podOf(`${registry.host}/acme/web:2`, name)
  const { commits } = await pullRequest(bench, { 'deploy/a.yaml': pod('a') }, { 'deploy/b.yaml': pod('b') })
  const step = await runStep(bench, { github, commits }, { inputs: { wait: '10m' } })
  expectExit(step, 1)
  expect(step.log).not.toContain('Waiting')
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { image } from '../../src/simulator/image.ts'
import { startRegistry } from '../../src/simulator/registry.ts'
import type { SimulatedRegistry } from '../../src/simulator/registry.ts'
import { startGitHub } from '../github/server.ts'
import { expectExit } from '../support/expect-exit.ts'
import { pullRequest } from '../support/pull-request.ts'
import { runStep } from '../support/runner.ts'
import { podOf, workbench } from '../support/workbench.ts'

let registry: SimulatedRegistry
beforeAll(async () => {
  registry = await startRegistry()
  registry.push('acme/web', '1.27.3', image({ name: 'web' }))
})
afterAll(async () => registry[Symbol.asyncDispose]())

const file = 'deploy/web.yaml'
const good = () => ({ [file]: podOf(`${registry.host}/acme/web:1.27.3`) })
const bad = () => ({ [file]: podOf(`${registry.host}/acme/web:1.27.33`) })

test('a fork gets the same rules and the whole result in the summary, and nothing is written', async () => {
  await using bench = await workbench()
  await using github = await startGitHub({ permission: 'read' })
  const { commits } = await pullRequest(bench, {}, { ...bad(), 'deploy/api.yaml': podOf('ghcr.io/Acme/api:1', 'api') })
  registry.clear()
  const step = await runStep(bench, { github, commits }, { isFork: true })
  expectExit(step, 1)
  expect(step.annotations.map(({ level, properties }) => `${level} ${properties['file']}`)).toContain(
    'error deploy/api.yaml',
  )
  expect(step.summary).toContain('ghcr.io/Acme/api:1')
  expect(github.requests).toEqual([])
  expect(step.annotations.filter(({ level }) => level === 'notice')).toMatchObject([
    { message: expect.stringMatching(/^No comment: .* can only read\. The result is in the job summary\.$/) },
  ])
})

test('a fork makes the check contact no address of this machine', async () => {
  await using bench = await workbench()
  await using github = await startGitHub({ permission: 'read' })
  const { commits } = await pullRequest(bench, {}, bad())
  registry.clear()
  const before = registry.connections
  const step = await runStep(bench, { github, commits }, { isFork: true })
  expectExit(step, 0)
  expect(step.outputs['verdict']).toBe('unknown')
  expect(registry.connections).toBe(before)
})

test('a token that only reads costs the comment alone, and the missing permission is named once', async () => {
  await using bench = await workbench()
  await using github = await startGitHub({ permission: 'read' })
  const { commits } = await pullRequest(bench, {}, bad())
  const step = await runStep(bench, { github, commits })
  expectExit(step, 1)
  expect(step.outputs).toMatchObject({ verdict: 'fail', 'comment-id': '' })
  const notices = step.annotations.filter(({ level }) => level === 'notice')
  expect(notices).toMatchObject([{ message: expect.stringContaining('`pull-requests: write`') }])
})

test('a token that GitHub does not know costs the comment alone', async () => {
  await using bench = await workbench()
  await using github = await startGitHub()
  const { commits } = await pullRequest(bench, {}, good())
  const inputs = { comment: 'always', token: 'ghs_another' }
  const step = await runStep(bench, { github, commits }, { inputs })
  expectExit(step, 0)
  expect(step.outputs['verdict']).toBe('pass')
  expect(step.annotations).toMatchObject([{ level: 'notice', message: expect.stringContaining('token (401)') }])
})

test.each([
  { checkedOut: 'head', folder: '.' },
  { checkedOut: 'merge', folder: '.' },
  { checkedOut: 'head', folder: 'change' },
] as const)(
  'pull_request_target with $checkedOut checked out at $folder is refused',
  async ({ checkedOut, folder }) => {
    await using bench = await workbench()
    await using github = await startGitHub()
    const repository = await pullRequest(bench, good(), bad())
    if (folder !== '.') await repository.checkOut('base')
    await repository.checkOut(checkedOut, folder)
    registry.clear()
    const { commits } = repository
    const step = await runStep(bench, { github, commits }, { event: 'pull_request_target' })
    expectExit(step, 2)
    expect(step.annotations).toMatchObject([
      { level: 'error', message: expect.stringMatching(/pull_request_target.*`pull_request` instead/) },
    ])
    expect(registry.requests).toEqual([])
    expect(github.requests).toEqual([])
  },
)

test('pull_request_target is refused where it can not be told what is checked out', async () => {
  await using bench = await workbench(good())
  await using github = await startGitHub()
  const commits = { base: 'b'.repeat(40), head: 'a'.repeat(40), merge: 'c'.repeat(40) }
  const step = await runStep(bench, { github, commits }, { event: 'pull_request_target' })
  expectExit(step, 2)
  expect(step.annotations).toMatchObject([{ level: 'error', message: expect.stringContaining('could not be told') }])
})

test('pull_request_target with a broken event file is refused', async () => {
  await using bench = await workbench()
  await using github = await startGitHub()
  const { commits } = await pullRequest(bench, good(), bad())
  const environment = { GITHUB_EVENT_PATH: '/nonexistent/event.json' }
  const step = await runStep(bench, { github, commits }, { event: 'pull_request_target', environment })
  expectExit(step, 2)
  expect(step.annotations).toMatchObject([{ level: 'error', message: expect.stringContaining('could not be told') }])
})

test('pull_request_target with the base checked out is checked', async () => {
  await using bench = await workbench()
  await using github = await startGitHub()
  const repository = await pullRequest(bench, good(), bad())
  await repository.checkOut('base')
  const step = await runStep(bench, { github, commits: repository.commits }, { event: 'pull_request_target' })
  expectExit(step, 0)
  expect(step.outputs['verdict']).toBe('pass')
})

test('without the files for outputs and summary the verdict stands in the log', async () => {
  await using bench = await workbench()
  await using github = await startGitHub()
  const { commits } = await pullRequest(bench, {}, bad())
  const environment = { GITHUB_OUTPUT: undefined, GITHUB_STEP_SUMMARY: undefined, RUNNER_TEMP: undefined }
  const step = await runStep(bench, { github, commits }, { environment })
  expectExit(step, 1)
  expect(step.log).toContain('1 of 1 image cannot be pulled')
  expect(step.log).not.toContain('set-output')
  expect(github.state.comments).toHaveLength(1)
})

test("with an event file that is missing or broken, the change counts as a stranger's", async () => {
  await using bench = await workbench()
  await using github = await startGitHub()
  const { commits } = await pullRequest(bench, {}, bad())
  for (const path of [undefined, '/nonexistent/event.json', `${bench.repository}/${file}`]) {
    const step = await runStep(bench, { github, commits }, { environment: { GITHUB_EVENT_PATH: path } })
    expectExit(step, 0)
    expect(step.outputs['verdict']).toBe('unknown')
    expect(step.log).toContain('not contacted on runs of forks')
  }
  expect(github.requests).toEqual([])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { image } from '../../src/simulator/image.ts'
import { startRegistry } from '../../src/simulator/registry.ts'
import type { SimulatedRegistry } from '../../src/simulator/registry.ts'
import { lineOf } from '../github/request.ts'
import { startGitHub } from '../github/server.ts'
import { expectExit } from '../support/expect-exit.ts'
import { helms } from '../support/tools.ts'
import { pullRequest } from '../support/pull-request.ts'
import { runStep } from '../support/runner.ts'
import { podOf, workbench } from '../support/workbench.ts'

let registry: SimulatedRegistry
beforeAll(async () => {
  registry = await startRegistry()
  registry.push('acme/web', ['1.27.3', '1.27.2'], image({ name: 'web' }))
})
afterAll(async () => registry[Symbol.asyncDispose]())

const file = 'deploy/web.yaml'
const good = () => ({ [file]: podOf(`${registry.host}/acme/web:1.27.3`) })
const bad = () => ({ [file]: podOf(`${registry.host}/acme/web:1.27.33`) })
const gone = 'deploy/gone.yaml'
/** Nothing listens there: port 1 of loopback. */
const unreachable = { [gone]: podOf('127.0.0.1:1/acme/api:1', 'api') }

test('a missing tag blocks the change on its line, with one comment that is edited and resolved at last', async () => {
  await using bench = await workbench()
  await using github = await startGitHub()
  const broken = await pullRequest(bench, good(), bad())

  const first = await runStep(bench, { github, commits: broken.commits })
  expectExit(first, 1)
  expect(first.annotations).toEqual([
    {
      level: 'error',
      properties: expect.objectContaining({ file, line: '7', endLine: '7', col: '14' }),
      message: expect.stringMatching(/acme\/web:1\.27\.33` does not exist.*\nWhy: .*\nFix: Use `1\.27\.3`/),
    },
    { level: 'error', properties: {}, message: '1 of 1 image cannot be pulled.' },
  ])
  expect(first.outputs).toMatchObject({ verdict: 'fail', unpullable: '1', unknown: '0', images: '1' })
  expect(first.summary).toContain(`blob/${broken.commits.head}/deploy/web.yaml#L7`)
  const [comment, ...more] = github.state.comments
  expect(more).toEqual([])
  expect(comment?.body).toMatch(/^<!-- will-it-pull:images -->\n### ❌ will-it-pull: 1 of 1 image cannot be pulled\./)
  expect(first.outputs['comment-id']).toBe(String(comment?.id))

  const again = await runStep(bench, { github, commits: broken.commits })
  expectExit(again, 1)
  const alsoBroken = await pullRequest(bench, good(), { ...bad(), ...unreachable })
  await runStep(bench, { github, commits: alsoBroken.commits })
  expect(github.state.comments).toHaveLength(1)
  expect(github.state.comments[0]?.body).toContain('127.0.0.1:1/acme/api:1')

  const fixed = await pullRequest(bench, good(), { 'README.md': 'mended\n' })
  const last = await runStep(bench, { github, commits: fixed.commits })
  expectExit(last, 0)
  expect(last.annotations).toEqual([])
  expect(last.outputs).toMatchObject({ verdict: 'pass', unpullable: '0' })
  expect(github.state.comments).toEqual([{ ...comment, body: expect.stringContaining('will-it-pull: resolved') }])
})

const helm = helms.find(({ isThere }) => isThere)
const note = helm === undefined ? ' (skipped: helm could not be fetched; see npm run tools)' : ''

test.skipIf(helm === undefined)(`of a chart, the line of the value is annotated${note}`, async () => {
  await using bench = await workbench()
  await using github = await startGitHub()
  const image = '{{ .Values.web.image.repository }}:{{ .Values.web.image.tag }}'
  const values = (tag: string) => ({
    'charts/shop/values.yaml': `web:\n  image:\n    repository: ${registry.host}/acme/web\n    tag: ${tag}\n`,
  })
  const chart = {
    'charts/shop/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
    'charts/shop/templates/web.yaml': podOf(`"${image}"`),
  }
  const { commits } = await pullRequest(bench, { ...chart, ...values('1.27.3') }, values('1.27.33'))
  const step = await runStep(bench, { github, commits }, { inputs: { 'helm-path': helm?.path ?? '' } })
  expectExit(step, 1)
  expect(step.annotations[0]).toMatchObject({
    level: 'error',
    properties: { file: 'charts/shop/values.yaml', line: '4', endLine: '4', col: '10' },
  })
  expect(github.state.comments[0]?.body).toContain('charts/shop/values.yaml#L4')
})

test('what was broken before the change is listed apart and does not block, unless asked', async () => {
  await using bench = await workbench()
  await using github = await startGitHub()
  const { commits } = await pullRequest(bench, bad(), {
    'deploy/other.yaml': podOf(`${registry.host}/acme/web:1.27.2`, 'o'),
  })
  const step = await runStep(bench, { github, commits })
  expectExit(step, 0)
  expect(step.summary).toContain('There before this change')
  expect(github.state.comments).toEqual([])
  expectExit(await runStep(bench, { github, commits }, { inputs: { 'fail-on': 'all' } }), 1)
})

test('the same result writes the comment once and leaves it alone after', async () => {
  await using bench = await workbench()
  await using github = await startGitHub()
  const { commits } = await pullRequest(bench, good(), bad())
  // the requests are part of what is told, and a cache that fills changes them
  const job = { inputs: { cache: 'false' } }
  await runStep(bench, { github, commits }, job)
  await runStep(bench, { github, commits }, job)
  const writes = github.requests.filter(({ method, path }) => method !== 'GET' && path !== '/graphql').map(lineOf)
  expect(writes).toEqual(['POST /repos/acme/shop/issues/7/comments'])
})

test('a good change writes nothing on the pull request', async () => {
  await using bench = await workbench()
  await using github = await startGitHub()
  const { commits } = await pullRequest(bench, {}, good())
  const step = await runStep(bench, { github, commits })
  expectExit(step, 0)
  expect(github.state.comments).toEqual([])
  expect(step.summary).toContain('The image can be pulled')
})

test('a registry that is down is unknown, and does not block unless told to', async () => {
  await using bench = await workbench()
  await using github = await startGitHub()
  const { commits } = await pullRequest(bench, {}, unreachable)
  const step = await runStep(bench, { github, commits })
  expectExit(step, 0)
  expect(step.annotations).toMatchObject([{ level: 'warning', properties: { file: gone, line: '7', col: '14' } }])
  expect(step.outputs).toMatchObject({ verdict: 'unknown', unknown: '1', unpullable: '0' })
  expect(step.summary).toContain('did not answer')
  expect(github.state.comments).toHaveLength(1)

  const strict = await runStep(bench, { github, commits }, { inputs: { 'on-unknown': 'fail' } })
  expectExit(strict, 1)
  expect(strict.outputs['verdict']).toBe('unknown')
})

test('a wrong input stops the step with one sentence that names it', async () => {
  await using bench = await workbench()
  await using github = await startGitHub()
  const { commits } = await pullRequest(bench, {}, good())
  const step = await runStep(bench, { github, commits }, { inputs: { platforms: 'linux/' } })
  expectExit(step, 2)
  expect(step.annotations).toMatchObject([
    { level: 'error', message: expect.stringMatching(/^platforms: `linux\/` is no/) },
  ])
  expect(github.requests).toEqual([])
})

test('no secret is printed, and those that were given are masked before anything else', async () => {
  await using bench = await workbench()
  await using github = await startGitHub()
  const { commits } = await pullRequest(bench, {}, good())
  const auths = { auths: { [registry.host]: { username: 'deployer', password: 'hunter2-of-the-tests' } } }
  const step = await runStep(
    bench,
    { github, commits },
    { inputs: { 'pull-secrets': `regcred=${JSON.stringify(auths)}` } },
  )
  const lines = step.log.split('\n')
  const shown = lines.filter(line => !line.startsWith('::add-mask::')).join('\n') + step.summary
  expect(shown).not.toMatch(/hunter2|ghs_token/)
  expect(lines).toContain('::add-mask::hunter2-of-the-tests')
  expect(lines).toContain(`::add-mask::${github.state.token}`)
})

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { image } from '../../src/simulator/image.ts'
import { startRegistry } from '../../src/simulator/registry.ts'
import type { SimulatedRegistry } from '../../src/simulator/registry.ts'
import { startGitHub } from '../github/server.ts'
import { expectExit } from '../support/expect-exit.ts'
import { contestedPullRequest, pullRequest } from '../support/pull-request.ts'
import { runStep } from '../support/runner.ts'
import { podOf, workbench } from '../support/workbench.ts'

let registry: SimulatedRegistry
beforeAll(async () => {
  registry = await startRegistry()
  registry.push('acme/web', ['1.27.3', '1.27.2'], image({ name: 'web' }))
})
afterAll(async () => registry[Symbol.asyncDispose]())

const file = 'deploy/web.yaml'
const above = '# three\n# lines\n# more\n'
const good = () => podOf(`${registry.host}/acme/web:1.27.3`)
const contested = () => ({
  before: { [file]: good() },
  after: { [file]: bad() },
  meanwhile: { [file]: above + good() },
})
const bad = () => podOf(`${registry.host}/acme/web:1.27.33`)

test('where the base changed the same file, the lines shown are those of the head, and those of SARIF as checked out', async () => {
  await using bench = await workbench()
  await using github = await startGitHub()
  const { commits } = await contestedPullRequest(bench, contested())
  const sarif = join(bench.beside, 'x.sarif')
  const step = await runStep(bench, { github, commits }, { inputs: { 'sarif-file': sarif } })
  expectExit(step, 1)
  expect(step.annotations[0]).toMatchObject({ properties: { file, line: '7', endLine: '7', col: '14' } })
  for (const text of [step.summary, github.state.comments[0]?.body])
    expect(text).toContain(`blob/${commits.head}/deploy/web.yaml#L7`)
  const report: unknown = JSON.parse(await readFile(step.outputs['report-file'] ?? '', 'utf8'))
  expect(report).toMatchObject({ findings: [{ location: { file, line: 7, endLine: 7, column: 14 } }] })
  expect(JSON.parse(await readFile(sarif, 'utf8'))).toMatchObject({
    runs: [{ results: [{ locations: [{ physicalLocation: { region: { startLine: 10 } } }] }] }],
  })
})

test('a line that came from the base is told by its file', async () => {
  await using bench = await workbench()
  await using github = await startGitHub()
  const change = { 'deploy/new.yaml': podOf(`${registry.host}/acme/web:1.27.2`, 'new') }
  const { commits } = await contestedPullRequest(bench, { ...contested(), after: change, meanwhile: { [file]: bad() } })
  const step = await runStep(bench, { github, commits }, { inputs: { 'fail-on': 'all' } })
  expectExit(step, 1)
  expect(step.annotations[0]?.properties).toEqual({ file, title: 'will-it-pull: tag-not-found' })
})

test('where the head can not be had, every place is told by its file', async () => {
  await using bench = await workbench()
  await using github = await startGitHub()
  const { commits } = await pullRequest(bench, { [file]: good() }, { [file]: bad() })
  const elsewhere = { ...commits, head: 'd'.repeat(40) }
  const step = await runStep(bench, { github, commits: elsewhere })
  expectExit(step, 1)
  expect(step.annotations[0]?.properties).toEqual({ file, title: 'will-it-pull: tag-not-found' })
})

test('what an earlier step wrote into a file is on no line of the head', async () => {
  await using bench = await workbench()
  await using github = await startGitHub()
  const { commits } = await pullRequest(bench, {}, { [file]: good() })
  await bench.write(file, `# rendered\n${bad()}`)
  const step = await runStep(bench, { github, commits })
  expectExit(step, 1)
  expect(step.annotations[0]?.properties).toEqual({ file, title: 'will-it-pull: tag-not-found' })
})

test('nothing that the change brings along decides how git tells its lines', async () => {
  await using bench = await workbench()
  await using github = await startGitHub()
  const attributes = { '.gitattributes': '*.yaml -diff -text\n' }
  const { commits } = await contestedPullRequest(bench, { ...contested(), after: { [file]: bad(), ...attributes } })
  const step = await runStep(bench, { github, commits })
  expect(step.annotations[0]?.properties).toMatchObject({ line: '7' })
})

test('lines that the change touches are annotated first', async () => {
  await using bench = await workbench()
  await using github = await startGitHub()
  const broken = (name: string) => podOf(`${registry.host}/acme/web:${name}`, name)
  const old = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`deploy/a${at}.yaml`, broken(`a${at}`)]))
  const { commits } = await pullRequest(bench, old, { 'deploy/z.yaml': broken('z') })
  const step = await runStep(bench, { github, commits }, { inputs: { 'fail-on': 'all' } })
  expectExit(step, 1)
  expect(step.annotations).toHaveLength(10)
  expect(step.annotations[0]?.properties).toMatchObject({ file: 'deploy/z.yaml', line: '7' })
})

test('a fix of one line is offered once as a suggestion, and taken away when it is done', async () => {
  await using bench = await workbench()
  await using github = await startGitHub()
  const first = await contestedPullRequest(bench, contested())
  github.state.files.push(...first.files)
  expectExit(await runStep(bench, { github, commits: first.commits }), 1)
  const [suggestion] = github.state.reviewComments
  expect(suggestion).toMatchObject({ path: file, line: 7 })
  expect(suggestion?.body).toMatch(
    /does not exist.* Use `1\.27\.3`, which exists.*\n\n```suggestion\n {6}image: \S+\/acme\/web:1\.27\.3\n```$/,
  )
  expectExit(await runStep(bench, { github, commits: first.commits }), 1)
  expect(github.state.reviewComments).toEqual([suggestion])

  const second = await pullRequest(bench, { [file]: good() }, { [file]: `# mended\n${good()}` })
  expectExit(await runStep(bench, { github, commits: second.commits }), 0)
  expect(github.state.reviewComments).toEqual([])
})

test('no suggestion is made outside of the diff, or where nobody wants one', async () => {
  await using bench = await workbench()
  await using github = await startGitHub()
  const outside = await pullRequest(bench, { [file]: bad() }, { 'deploy/x.yaml': good() })
  github.state.files.push(...outside.files)
  expectExit(await runStep(bench, { github, commits: outside.commits }, { inputs: { 'fail-on': 'all' } }), 1)
  const inside = await pullRequest(bench, {}, { [file]: bad() })
  github.state.files.splice(0, Infinity, ...inside.files)
  expectExit(await runStep(bench, { github, commits: inside.commits }, { inputs: { suggestions: 'false' } }), 1)
  expect(github.state.reviews).toEqual([])
  expect(github.state.comments).toHaveLength(1)
})

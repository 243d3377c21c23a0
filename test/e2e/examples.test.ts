import { readFile, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { image } from '../../src/simulator/image.ts'
import { startRegistry } from '../../src/simulator/registry.ts'
import type { SimulatedRegistry } from '../../src/simulator/registry.ts'
import { startGitHub } from '../github/server.ts'
import { expectExit } from '../support/expect-exit.ts'
import { pullRequest } from '../support/pull-request.ts'
import { runStep } from '../support/runner.ts'
import type { EventName } from '../support/runner.ts'
import { podOf, workbench } from '../support/workbench.ts'
import type { Workbench } from '../support/workbench.ts'

const folder = resolve(import.meta.dirname, '../../examples')
const ours = /^will-it-pull\/will-it-pull@v1$/
const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String)
const step = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), scalar).default({}),
})
const permissions = z.record(z.string(), z.enum(['read', 'write']))
const workflow = z.object({
  on: z.union([z.string(), z.record(z.string(), z.unknown())]),
  permissions: z.strictObject({}),
  jobs: z.record(z.string(), z.object({ permissions, steps: z.array(step) })),
})
const action = z.object({ inputs: z.record(z.string(), z.unknown()) })

const read = async (name: string): Promise<unknown> => parse(await readFile(join(folder, name), 'utf8'))
const files = (await readdir(folder)).filter(name => name.endsWith('.yaml'))
const isWorkflow = (name: string) => !['pre-commit.yaml', 'gitlab-ci.yaml'].includes(name)
const workflows = await Promise.all(
  files.filter(isWorkflow).map(async name => ({ name, ...workflow.parse(await read(name)) })),
)

/** The values that an expression of the examples stands for in a test. */
const values: Readonly<Record<string, string>> = { 'matrix.team': 'shop', 'matrix.platforms': 'linux/amd64' }

/** What the step of ours is given. */
function inputsOf({ jobs }: (typeof workflows)[number]): Readonly<Record<string, string>> {
  const found = Object.values(jobs).flatMap(job => job.steps.find(({ uses = '' }) => ours.test(uses)) ?? [])
  const filled = Object.entries(found[0]?.with ?? {}).map(([name, text]) => [
    name,
    text.replaceAll(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => values[expression] ?? expression),
  ])
  return Object.fromEntries(filled) as Readonly<Record<string, string>>
}

let registry: SimulatedRegistry
beforeAll(async () => {
  registry = await startRegistry()
  registry.push('acme/web', '1.27.3', image({ name: 'web' }))
})
afterAll(async () => registry[Symbol.asyncDispose]())
const pods = (tag: string) => ({ 'teams/shop/web.yaml': podOf(`${registry.host}/acme/web:${tag}`) })

test('the list of examples names each of them, and nothing else', async () => {
  const text = await readFile(join(folder, 'README.md'), 'utf8')
  const linked = [...text.matchAll(/\]\(([\w-]+\.yaml)\)/g)].map(([, name]) => name)
  expect(new Set(linked)).toEqual(new Set(files))
})

describe.each(workflows)('$name', example => {
  test('says why it has each permission', async () => {
    const lines = (await readFile(join(folder, example.name), 'utf8')).split('\n')
    const granted = lines.filter(line => /^\s+[\w-]+: (?:read|write)\b/.test(line))
    expect(granted.filter(line => !/ # \S/.test(line))).toEqual([])
    const count = Object.values(example.jobs).flatMap(job => Object.keys(job.permissions)).length
    expect(granted).toHaveLength(count)
  })

  test('gives inputs that there are, with permissions of its own and a checkout without the token', async () => {
    const { inputs } = action.parse(parse(await readFile(resolve(folder, '../action.yml'), 'utf8')))
    const steps = Object.values(example.jobs).flatMap(job => job.steps)
    expect(steps.filter(({ uses = '' }) => ours.test(uses))).toHaveLength(1)
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(inputsOf(example))))
    for (const { uses = '', with: given } of steps) {
      expect(given['persist-credentials']).toBe(uses.startsWith('actions/checkout@') ? 'false' : undefined)
      expect(uses).toMatch(/^(?:[\w-]+\/[\w./-]+@v\d+)?$/)
    }
  })
})

const checks = workflows.filter(({ name }) => name !== 'forks-comment.yaml')
const runs = checks.flatMap(example => {
  const events = typeof example.on === 'string' ? [example.on] : Object.keys(example.on)
  return events.map(event => ({ name: example.name, event: event as EventName, example }))
})

test.each(runs)('$name blocks the bad and passes the good on $event', async ({ event, example }) => {
  await using bench = await workbench()
  const granted = Object.values(example.jobs).flatMap(job => Object.entries(job.permissions))
  const rights = granted.some(([name, right]) => name === 'pull-requests' && right === 'write') ? 'write' : 'read'
  await using github = await startGitHub({ permission: rights })
  // what only the registry of the example could tell is not what is tried here
  const login = JSON.stringify({ auths: { 'example.test': { username: 'a', password: 'of-the-tests' } } })
  const given = { ...inputsOf(example), wait: '0' }
  const inputs = 'pull-secrets' in given ? { ...given, 'pull-secrets': `shop/regcred=${login}` } : given
  const bad = await pullRequest(bench, pods('1.27.3'), pods('1.27.33'))
  const blocked = await runStep(bench, { github, commits: bad.commits }, { event, inputs })
  expectExit(blocked, 1)
  const good = await pullRequest(bench, pods('1.27.3'), { ...pods('1.27.3'), 'README.md': 'x' })
  const passed = await runStep(bench, { github, commits: good.commits }, { event, inputs })
  expectExit(passed, 0)
  expect([blocked, passed].map(({ outputs }) => outputs['verdict'])).toEqual(['fail', 'pass'])
})

test('what forks.yaml uploads is what forks-comment.yaml tells', async () => {
  const [check, tell] = ['forks.yaml', 'forks-comment.yaml'].map(wanted =>
    workflows.find(({ name }) => name === wanted),
  )
  if (check === undefined || tell === undefined) throw new Error('an example is gone')
  const uploaded = inputsOf(check)['report-file'] ?? ''
  const upload = check.jobs['images']?.steps.find(({ uses = '' }) => uses.startsWith('actions/upload-artifact@'))
  expect(upload?.with).toMatchObject({ name: 'will-it-pull', path: uploaded })
  await using bench = await workbench()
  await using readOnly = await startGitHub({ permission: 'read' })
  const { commits } = await pullRequest(bench, pods('1.27.3'), { 'teams/shop/web.yaml': podOf('ghcr.io/Acme/web:1') })
  const job = { isFork: true, inputs: { ...inputsOf(check), 'report-file': join(bench.beside, uploaded) } }
  expectExit(await runStep(bench, { github: readOnly, commits }, job), 1)

  await using github = await startGitHub({ pull: { isFork: true } })
  const told = inputsOf(tell)['report-from'] ?? ''
  expect(told).toBe(`runner.temp/report/${uploaded}`)
  const inputs = { 'report-from': join(bench.beside, uploaded) }
  expectExit(await runStep(bench, { github, commits }, { event: 'workflow_run', isFork: true, inputs }), 0)
  expect(github.state.comments[0]?.body).toContain('ghcr.io/Acme/web:1')
})

/** Runs the words of an example that call the command line, in a repository whose change is bad. */
async function call(bench: Workbench, line: string): Promise<void> {
  const words = line.split(' ').map(word => word.replace(/^"(.*)"$/, '$1'))
  const { commits } = await pullRequest(bench, pods('1.27.3'), pods('1.27.33'))
  const base = words.indexOf('--base') + 1
  if (words[base] !== 'HEAD') words[base] = commits.base
  const result = await bench.cli(words, { environment: { GIT_CONFIG_NOSYSTEM: '1' } })
  expectExit(result, words[base] === 'HEAD' ? 0 : 1)
}

test('pre-commit.yaml looks at what is about to be committed', async () => {
  const schema = z.object({ repos: z.tuple([z.object({ hooks: z.tuple([z.object({ entry: z.string() })]) })]) })
  const { entry } = schema.parse(await read('pre-commit.yaml')).repos[0].hooks[0]
  const line = entry.replace(/^will-it-pull /, '')
  await using bench = await workbench()
  await call(bench, line)
  await bench.write('teams/shop/new.yaml', podOf(`${registry.host}/acme/web:9`, 'new'))
  const result = await bench.cli(line.split(' '))
  expectExit(result, 1)
  expect(result.stdout).toContain('acme/web:9')
})

test('gitlab-ci.yaml writes what GitLab reads', async () => {
  const schema = z.object({
    'will-it-pull': z.object({
      script: z.tuple([z.string()]),
      artifacts: z.object({ reports: z.object({ codequality: z.string() }) }),
    }),
  })
  const job = schema.parse(await read('gitlab-ci.yaml'))['will-it-pull']
  await using bench = await workbench()
  await call(bench, job.script[0].replace(/^npx --yes \S+ /, ''))
  const report: unknown = JSON.parse(await readFile(join(bench.repository, job.artifacts.reports.codequality), 'utf8'))
  expect(report).toMatchObject([{ check_name: 'tag-not-found', location: { path: 'teams/shop/web.yaml' } }])
})

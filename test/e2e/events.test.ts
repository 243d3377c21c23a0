import { afterAll, beforeAll, expect, test } from 'vitest'
import { image } from '../../src/simulator/image.ts'
import { startRegistry } from '../../src/simulator/registry.ts'
import type { SimulatedRegistry } from '../../src/simulator/registry.ts'
import { lineOf } from '../github/request.ts'
import { startGitHub } from '../github/server.ts'
import { expectExit } from '../support/expect-exit.ts'
import { pullRequest } from '../support/pull-request.ts'
import type { Commits } from '../support/pull-request.ts'
import { runStep } from '../support/runner.ts'
import type { Job, StepResult } from '../support/runner.ts'
import { podOf, workbench } from '../support/workbench.ts'

let registry: SimulatedRegistry
beforeAll(async () => {
  registry = await startRegistry()
  registry.push('acme/web', '1.27.3', image({ name: 'web' }))
})
afterAll(async () => registry[Symbol.asyncDispose]())

const pod = (tag: string, name: string) => podOf(`${registry.host}/acme/web:${tag}`, name)
/** Broken before the change, and broken by it; the two stand in folders of their own. */
const before = () => ({ 'old/pod.yaml': pod('0.9', 'old') })
const after = () => ({ 'new/pod.yaml': pod('1.27.33', 'new') })

interface Row extends Job {
  readonly name: string
  readonly permission?: 'read' | undefined
  readonly exitCode: number
  /** Images that were checked. */
  readonly images: string
  /** Files of the errors that are annotated. */
  readonly errors: readonly string[]
  readonly sent: readonly string[]
  readonly notices?: readonly RegExp[] | undefined
}

const nothing = { sent: [] } as const
const comment = [
  'GET /repos/acme/shop/pulls/7',
  'GET /repos/acme/shop/issues/7/comments?page=1&per_page=100',
  'POST /repos/acme/shop/issues/7/comments',
  'GET /repos/acme/shop/issues/7/comments?page=1&per_page=100',
]
const review = [
  'GET /repos/acme/shop/pulls/7/comments?page=1&per_page=100',
  'GET /repos/acme/shop/pulls/7',
  'GET /repos/acme/shop/pulls/7/files?page=1&per_page=100',
]
const dependabot = { environment: { GITHUB_ACTOR: 'dependabot[bot]' }, permission: 'read' } as const
const canOnlyRead = /^No comment: the token of this run can only read/

test.each<Row>([
  { name: 'pull_request', exitCode: 1, images: '1', errors: ['new/pod.yaml'], sent: [...comment, ...review] },
  {
    name: 'pull_request of Dependabot',
    ...dependabot,
    exitCode: 1,
    images: '1',
    errors: ['new/pod.yaml'],
    ...nothing,
    notices: [canOnlyRead],
  },
  {
    name: 'pull_request of a fork',
    isFork: true,
    permission: 'read',
    exitCode: 0,
    images: '1',
    errors: [],
    ...nothing,
    notices: [canOnlyRead],
  },
  { name: 'merge_group', event: 'merge_group', exitCode: 1, images: '2', errors: ['new/pod.yaml'], ...nothing },
  { name: 'push', event: 'push', exitCode: 1, images: '2', errors: ['new/pod.yaml', 'old/pod.yaml'], ...nothing },
  {
    name: 'push of Dependabot',
    event: 'push',
    ...dependabot,
    exitCode: 1,
    images: '2',
    errors: ['new/pod.yaml', 'old/pod.yaml'],
    ...nothing,
  },
  {
    name: 'schedule',
    event: 'schedule',
    exitCode: 1,
    images: '2',
    errors: ['new/pod.yaml', 'old/pod.yaml'],
    ...nothing,
  },
  {
    name: 'workflow_dispatch',
    event: 'workflow_dispatch',
    exitCode: 1,
    images: '2',
    errors: ['new/pod.yaml', 'old/pod.yaml'],
    ...nothing,
  },
  {
    name: 'workflow_dispatch for a pull request',
    event: 'workflow_dispatch',
    inputs: { 'pr-number': '7', suggestions: 'false' },
    exitCode: 1,
    images: '2',
    errors: ['new/pod.yaml', 'old/pod.yaml'],
    sent: comment.slice(1),
  },
])('$name', async ({ permission, exitCode, images, errors, sent, notices = [], ...job }) => {
  await using bench = await workbench()
  await using github = await startGitHub({ permission: permission ?? 'write' })
  const { commits } = await pullRequest(bench, before(), after())
  const step = await runStep(bench, { github, commits }, job)
  expectExit(step, exitCode)
  expect(step.outputs['images']).toBe(images)
  const placed = step.annotations.filter(({ level, properties }) => level === 'error' && properties['file'])
  expect(new Set(placed.map(({ properties }) => properties['file']))).toEqual(new Set(errors))
  expect(github.requests.filter(({ path }) => path !== '/graphql').map(lineOf)).toEqual(sent)
  expect(step.summary).toContain('will-it-pull')
  const said = step.annotations.filter(({ level }) => level === 'notice').map(({ message }) => message)
  expect(said).toEqual(notices.map(notice => expect.stringMatching(notice)))
  const body = github.state.comments[0]?.body ?? 'none'
  expect(shown(step, body, commits)).toMatchSnapshot()
})

/** All that a person sees of a run, with names for what differs from run to run. */
function shown(step: StepResult, comment: string, commits: Commits): string {
  const annotations = step.annotations.map(({ level, properties: { file, line, title }, message }) =>
    [`[${level}] ${title ?? ''} ${file ?? ''}:${line ?? ''}`, message].join('\n'),
  )
  const outputs = JSON.stringify({ ...step.outputs, 'report-file': 'a file' }, null, 1)
  const parts = { EXIT: step.exitCode, ANNOTATIONS: annotations.join('\n\n'), COMMENT: comment, SUMMARY: step.summary }
  const text = Object.entries({ ...parts, OUTPUTS: outputs }).map(([name, part]) => `== ${name}\n${part}\n`)
  const names = (['base', 'head', 'merge'] as const).flatMap(name => [
    [commits[name], `<${name}>`] as const,
    [commits[name].slice(0, 12), `<${name}>`] as const,
  ])
  return names.reduce(
    (so, [sha, name]) => so.replaceAll(sha, name),
    text
      .join('\n')
      .replaceAll(registry.host, 'registry.test')
      .replaceAll(/\b\d+ requests?\b/g, '<n> requests'),
  )
}

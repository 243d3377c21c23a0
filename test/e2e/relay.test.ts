import { readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { realisticReport } from '../realistic-report.ts'
import { lineOf } from '../github/request.ts'
import { startGitHub } from '../github/server.ts'
import { expectExit } from '../support/expect-exit.ts'
import { runStep } from '../support/runner.ts'
import type { Job, StepResult } from '../support/runner.ts'
import { workbench } from '../support/workbench.ts'

const commits = { base: 'b'.repeat(40), head: 'a'.repeat(40), merge: 'c'.repeat(40) }
const writes = /^(?:POST|PATCH|DELETE) \/repos/

interface Relayed extends StepResult {
  readonly comments: readonly string[]
  readonly sent: readonly string[]
}

/** Tells a report of a fork's run; `head` is what GitHub says that the pull request's head is. */
async function relay(
  report: unknown,
  job: Job = {},
  { head = commits.head, commit = commits.head } = {},
): Promise<Relayed> {
  await using bench = await workbench()
  await using github = await startGitHub({ pull: { isFork: true, headLabel: 'mallory:topic' } })
  const path = await bench.writeBeside('report.json', typeof report === 'string' ? report : JSON.stringify(report))
  github.state.pullsOfCommit.set(commits.head, [])
  const inputs = { 'report-from': path, ...job.inputs }
  const at = { github, commits: { ...commits, head: commit } }
  github.meanwhile('GET', /./, state => {
    state.pull.headSha = head
  })
  const step = await runStep(bench, at, { event: 'workflow_run', isFork: true, ...job, inputs })
  return {
    ...step,
    comments: github.state.comments.map(({ body }) => body),
    sent: github.requests.map(lineOf),
  }
}

test("a fork's report is told on the pull request that GitHub has for its commit", async () => {
  const step = await relay(realisticReport())
  expectExit(step, 0)
  expect(step.comments).toHaveLength(1)
  expect(step.comments[0]).toContain('2 of 5 images cannot be pulled')
  expect(step.comments[0]).toContain(`blob/${commits.head}/charts/shop/values-prod.yaml#L12`)
  expect(step.outputs).toMatchObject({ verdict: 'fail', unpullable: '2' })
  expect(step.summary).toContain('2 of 5 images cannot be pulled')
})

test.each([
  ['is for another commit by now', { head: 'd'.repeat(40) }],
  ['can not be found', { commit: 'e'.repeat(40) }],
])('nothing is written where the pull request %s', async (_, heads) => {
  const step = await relay(realisticReport(), {}, { head: 'd'.repeat(40), ...heads })
  expectExit(step, 0)
  expect(step.sent.filter(line => writes.test(line))).toEqual([])
})

test('the number of a pull request that is given is confirmed by its head', async () => {
  const step = await relay(realisticReport(), { inputs: { 'pr-number': '8' } })
  expectExit(step, 0)
  expect(step.sent.filter(line => writes.test(line))).toEqual([])
  expect(step.annotations).toMatchObject([{ level: 'notice', message: expect.stringContaining('could not confirm') }])
})

test('what a report says runs no command, pings nobody and links nowhere', async () => {
  const text = '::error::x\n::set-output name=a::b @octocat [x](https://evil.example) <img src=x> ##[error]y'
  const report = JSON.parse(
    JSON.stringify(realisticReport()).replaceAll('does not exist', JSON.stringify(text).slice(1, -1)),
  )
  const step = await relay({ ...report, headline: text })
  expectExit(step, 0)
  expect(step.annotations).toEqual([])
  expect(step.log).not.toMatch(/^\s*::set-output/m)
  for (const shown of [step.comments[0] ?? '', step.summary])
    expect(shown).not.toMatch(/(?<!\w)@octocat|\]\(https:\/\/evil|<img/)
})

test.each([
  ['is no JSON', 'verdict: pass', /it is no JSON/],
  ['is another JSON', '{"schemaVersion":2}', /it is no report of version 1: schemaVersion/],
  ['has a number where a text belongs', JSON.stringify({ ...realisticReport(), headline: 1 }), /headline/],
])('a report that %s is refused', async (_, text, why) => {
  const step = await relay(text)
  expectExit(step, 2)
  expect(step.annotations).toMatchObject([{ level: 'error', message: expect.stringMatching(why) }])
  expect(step.sent).toEqual([])
})

test('a link, a file that is too large and one that is not there are refused', async () => {
  await using bench = await workbench()
  await using github = await startGitHub()
  const link = join(bench.beside, 'link.json')
  await writeFile(join(bench.beside, 'secret'), JSON.stringify(realisticReport()))
  await symlink('secret', link)
  const large = await bench.writeBeside('large.json', ' '.repeat(33 * 1024 * 1024))
  for (const [path, why] of [
    [link, 'no plain file'],
    [large, 'larger than 32 MiB'],
    ['none.json', 'no such file'],
  ] as const) {
    const step = await runStep(bench, { github, commits }, { event: 'workflow_run', inputs: { 'report-from': path } })
    expectExit(step, 2)
    expect(step.annotations).toMatchObject([{ message: expect.stringContaining(why) }])
  }
  expect(github.requests).toEqual([])
})

test('on any other event it is refused', async () => {
  const step = await relay(realisticReport(), { event: 'pull_request_target' })
  expectExit(step, 2)
  expect(step.annotations).toMatchObject([{ message: expect.stringContaining('`workflow_run`') }])
})

test('the report that the Action writes can be told', async () => {
  await using bench = await workbench({
    'deploy/pod.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: "A"}]}\n',
  })
  await using github = await startGitHub({ pull: { isFork: true } })
  const first = await runStep(bench, { github, commits }, { event: 'push' })
  expectExit(first, 1)
  const path = await bench.writeBeside('r.json', await readFile(first.outputs['report-file'] ?? '', 'utf8'))
  const told = await runStep(
    bench,
    { github, commits },
    { event: 'workflow_run', isFork: true, inputs: { 'report-from': path } },
  )
  expectExit(told, 0)
  expect(github.state.comments[0]?.body).toContain('1 of 1 image cannot be pulled')
})

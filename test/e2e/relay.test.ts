import { readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { realisticReport } from '../realistic-report.ts'
import { lineOf } from '../github/request.ts'
import { startGitHub } from '../github/server.ts'
import { runWell } from '../support/child.ts'
import { expectExit } from '../support/expect-exit.ts'
import { pullRequest } from '../support/pull-request.ts'
import { runStep } from '../support/runner.ts'
import type { Job, StepResult } from '../support/runner.ts'
import { podOf, workbench } from '../support/workbench.ts'

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
  expect(step.comments[0]).toContain('[The whole report](https://github.com/acme/shop/actions/runs/4242)')
  expect(step.comments[0]).toContain('Told by the run for aaaaaaaaaaaa of a fork, whose author could change')
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

test.each(['none', 'hidden'] as const)('a token with the right %s is told which one it needs', async permission => {
  await using bench = await workbench()
  await using github = await startGitHub({ permission, pull: { isFork: true } })
  const path = await bench.writeBeside('report.json', JSON.stringify(realisticReport()))
  const job = { event: 'workflow_run', isFork: true, inputs: { 'report-from': path } } as const
  const step = await runStep(bench, { github, commits }, job)
  expectExit(step, 0)
  expect(step.annotations).toMatchObject([
    {
      level: 'notice',
      message: 'No comment: give the job the permission `pull-requests: read` to find the pull request.',
    },
  ])
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

test('what a forged report takes back, it takes back in the name of its author', async () => {
  await using bench = await workbench()
  const body = '<!-- will-it-pull:images -->\n### ❌ will-it-pull: 1 of 1 image cannot be pulled.'
  await using github = await startGitHub({
    pull: { isFork: true },
    comments: [{ author: 'github-actions[bot]', body }],
  })
  const path = await bench.writeBeside(
    'report.json',
    JSON.stringify({ ...realisticReport(), verdict: 'pass', findings: [] }),
  )
  const job = { event: 'workflow_run', isFork: true, inputs: { 'report-from': path } } as const
  expectExit(await runStep(bench, { github, commits }, job), 0)
  expect(github.state.comments).toHaveLength(1)
  expect(github.state.comments[0]?.body).toMatch(/resolved[^]*of a fork, whose author could change what it tells/)
})

test('no suggestion is made of what a stranger wrote', async () => {
  const report = realisticReport()
  const [first] = report.findings
  if (first?.location == null) throw new Error('no place')
  const edit = { location: first.location, text: 'evil.example/x:1' }
  const fix = { text: 'Use it.', commands: [], edit }
  const step = await relay({ ...report, findings: [{ ...first, fix }] })
  expectExit(step, 0)
  expect(step.sent.filter(line => /reviews|pulls\/7\/(?:comments|files)/.test(line))).toEqual([])
})

test('a report with fifty thousand findings is told within what GitHub takes', async () => {
  const report = realisticReport()
  const [first] = report.findings
  if (first === undefined) throw new Error('no finding')
  const small = { ...first, uses: [], evidence: [], related: [], message: 'x', cause: 'y', fix: null, kubelet: null }
  const text = JSON.stringify({
    ...report,
    uses: [],
    images: [],
    findings: Array.from({ length: 50_000 }, () => small),
  })
  expect(text.length).toBeLessThan(32 * 1024 * 1024)
  const step = await relay(text)
  expectExit(step, 0)
  expect(step.comments[0]?.length).toBeLessThanOrEqual(65_536)
  expect(Buffer.byteLength(step.summary)).toBeLessThanOrEqual(1024 * 1024)
})

test.each([
  ['is no JSON', 'verdict: pass', /it is no JSON/],
  ['is another JSON', '{"schemaVersion":2}', /it is no report of version 1: schemaVersion/],
  ['never ends', '['.repeat(5_000_000), /it is no JSON/],
  ['is nested too deep', `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`, /it is no (?:JSON|report)/],
  ['is a list', JSON.stringify([realisticReport()]), /it is no report of version 1/],
  ['has another name', JSON.stringify({ ...realisticReport(), tool: { name: 'x', version: '1' } }), /tool\.name/],
  ['sets the prototype only', '{"__proto__":{"schemaVersion":1}}', /schemaVersion/],
  ['has a number where a text belongs', JSON.stringify({ ...realisticReport(), headline: 1 }), /headline/],
])('a report that %s is refused', async (_, text, why) => {
  const step = await relay(text)
  expectExit(step, 2)
  expect(step.annotations).toMatchObject([{ level: 'error', message: expect.stringMatching(why) }])
  expect(step.sent).toEqual([])
})

test('a link, a folder, a pipe, a file that is too large and one that is not there are refused', async () => {
  await using bench = await workbench()
  await using github = await startGitHub()
  const link = join(bench.beside, 'link.json')
  await writeFile(join(bench.beside, 'secret'), JSON.stringify(realisticReport()))
  await symlink('secret', link)
  await runWell({ program: 'mkfifo', arguments: ['pipe'], folder: bench.beside, environment: bench.environment })
  const large = await bench.writeBeside('large.json', ' '.repeat(33 * 1024 * 1024))
  for (const [path, why] of [
    [link, 'no plain file'],
    [large, 'larger than 32 MiB'],
    [bench.beside, 'no plain file'],
    [join(bench.beside, 'pipe'), 'no plain file'],
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

test("a fork's commit that is checked out here is not checked, whatever the inputs", async () => {
  await using bench = await workbench()
  await using github = await startGitHub({ pull: { isFork: true } })
  const repository = await pullRequest(bench, {}, { 'deploy/pod.yaml': podOf('ghcr.io/Acme/web:1') })
  for (const which of ['head', 'merge'] as const) {
    await repository.checkOut(which)
    const step = await runStep(bench, { github, commits: repository.commits }, { event: 'workflow_run', isFork: true })
    expectExit(step, 2)
    expect(step.annotations).toMatchObject([{ message: expect.stringMatching(/commit of a fork.*`report-from`/) }])
  }
  expect(github.requests).toEqual([])
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

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { sarifShape } from '../sarif-shape.ts'
import { startGitHub } from '../github/server.ts'
import { expectExit } from '../support/expect-exit.ts'
import { pullRequest } from '../support/pull-request.ts'
import { runStep } from '../support/runner.ts'
import { podOf, workbench } from '../support/workbench.ts'

const count = 5000

test('5,000 findings in one pull request stay within what GitHub takes, everywhere', async () => {
  await using bench = await workbench()
  await using github = await startGitHub()
  // no registry needs to be asked for these
  const pods = Array.from({ length: count }, (_, at) => podOf(`ghcr.io/Acme/web-${at}:1`, `web-${at}`))
  const { commits, files } = await pullRequest(bench, {}, { 'deploy/many.yaml': pods.join('---\n') })
  github.state.files.push(...files)
  const path = join(bench.beside, 'many.sarif')
  const step = await runStep(bench, { github, commits }, { inputs: { 'sarif-file': path } })
  expectExit(step, 1)
  expect(step.outputs).toMatchObject({ verdict: 'fail', unpullable: String(count) })

  expect(step.annotations.filter(({ level }) => level === 'error')).toHaveLength(10)
  for (const { message, properties } of step.annotations) {
    expect(message.length).toBeLessThanOrEqual(4096)
    expect((properties['title'] ?? '').length).toBeLessThanOrEqual(255)
  }
  const [comment] = github.state.comments
  expect(comment?.body.length).toBeLessThanOrEqual(65_536)
  expect(comment?.body).toMatch(/\d+ more left out for lack of room\./)
  expect(Buffer.byteLength(step.summary)).toBeLessThanOrEqual(1024 * 1024)
  const text = await readFile(path)
  expect(sarifShape.parse(JSON.parse(text.toString())).runs[0].results).toHaveLength(count)
  expect(JSON.stringify(step.outputs).length).toBeLessThan(10_000)
  expect(gzipSync(text).length).toBeLessThan(10 * 1024 * 1024)
})

import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { without } from '../../src/simulator/artifact.ts'
import { image } from '../../src/simulator/image.ts'
import { startRegistry } from '../../src/simulator/registry.ts'
import { startGitHub } from '../github/server.ts'
import { expectExit } from '../support/expect-exit.ts'
import { pullRequest } from '../support/pull-request.ts'
import { runStep } from '../support/runner.ts'
import { podOf, workbench } from '../support/workbench.ts'

const root = resolve(import.meta.dirname, '../..')
const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String)
const workflow = z.object({
  on: z.literal('pull_request'),
  permissions: z.record(z.string(), z.string()),
  jobs: z.object({
    images: z.object({
      steps: z.array(z.object({ uses: z.string(), with: z.record(z.string(), scalar).default({}) })),
    }),
  }),
})
const action = z.object({
  runs: z.object({ using: z.string(), main: z.string() }),
  inputs: z.record(z.string(), z.object({ default: scalar.default('') })),
})

/** The first workflow of the README, as a person copies it. */
async function firstExample(): Promise<string> {
  const readme = await readFile(resolve(root, 'README.md'), 'utf8')
  const blocks = [...readme.matchAll(/^```ya?ml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text)
  return blocks.find(text => text.includes('uses: will-it-pull/')) ?? ''
}

test("the README's workflow, copied as it is, blocks the bad change and lets the good one pass", async () => {
  const example = await firstExample()
  const { permissions, jobs } = workflow.parse(parse(example))
  const { runs, inputs } = action.parse(parse(await readFile(resolve(root, 'action.yml'), 'utf8')))
  expect(runs).toEqual({ using: 'node24', main: 'dist/index.js' })
  const step = jobs.images.steps.find(({ uses }) => uses.startsWith('will-it-pull/will-it-pull@'))
  expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(step?.with ?? {})))

  await using registry = await startRegistry()
  registry.push('acme/web', '1.27.3', image({ name: 'web' }))
  registry.push('acme/web', '1.27.4', without(image({ name: 'next' }), { child: 'linux/arm64' }))
  await using bench = await workbench()
  await using github = await startGitHub({ permission: permissions['pull-requests'] === 'write' ? 'write' : 'read' })
  const files = (tag: string) => ({ 'deploy/web.yaml': podOf(`${registry.host}/acme/web:${tag}`) })
  const before = { '.github/workflows/will-it-pull.yaml': example, ...files('1.27.3') }
  // the runner hands over every input that action.yml declares, with its default
  const defaults = Object.entries(inputs).map(([name, input]) => [name, input.default] as const)
  const given = { ...Object.fromEntries(defaults), ...step?.with, token: github.state.token }

  const bad = await pullRequest(bench, before, files('1.27.4'))
  const blocked = await runStep(bench, { github, commits: bad.commits }, { inputs: given })
  expectExit(blocked, 1)
  expect(blocked.annotations[0]).toMatchObject({ level: 'error', properties: { file: 'deploy/web.yaml', line: '7' } })
  expect(blocked.annotations[0]?.message).toContain('is broken for `linux/arm64`')
  expect(github.state.comments).toHaveLength(1)

  const good = await pullRequest(bench, before, { 'README.md': 'better\n' })
  expectExit(await runStep(bench, { github, commits: good.commits }, { inputs: given }), 0)
  expect(github.state.comments[0]?.body).toContain('resolved')
})

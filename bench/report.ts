import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { z } from 'zod'
import { startGitHub } from '../test/github/server.ts'
import { pullRequest } from '../test/support/pull-request.ts'
import { runStep } from '../test/support/runner.ts'
import { podOf, workbench } from '../test/support/workbench.ts'
import { median } from './support/figure.ts'
import type { Figure } from './support/figure.ts'

const findings = 5000
const runs = 3
const usage = z.object({ cpuMs: z.number(), peakMiB: z.number() })
const hook = join(import.meta.dirname, 'support/usage-hook.mjs')

/** 5,000 findings in one pull request through the built Action: reading, judging and telling them, no registry asked. */
export async function reportBench(): Promise<readonly Figure[]> {
  const none = await costs(0)
  const many = await costs(findings)
  const note = `${Math.round(none.cpuMs)} ms of them without any finding`
  return [
    { name: '5,000 findings, CPU of the Action', value: many.cpuMs, unit: 'ms', goal: 2000, note },
    { name: 'peak memory', value: many.peakMiB, unit: 'MiB', goal: 400 },
    { name: 'characters of the comment', value: many.comment, unit: '', goal: 65_536 },
    { name: 'KiB of SARIF, packed', value: many.sarifKiB, unit: '', goal: 10 * 1024 },
  ]
}

type Costs = z.infer<typeof usage> & { readonly comment: number; readonly sarifKiB: number }

async function costs(count: number): Promise<Costs> {
  const all: Costs[] = []
  for (let run = 0; run < runs; run++) all.push(await costOf(count))
  const middle = (of: (one: Costs) => number): number => median(all.map(of))
  return {
    cpuMs: middle(one => one.cpuMs),
    peakMiB: middle(one => one.peakMiB),
    comment: middle(one => one.comment),
    sarifKiB: middle(one => one.sarifKiB),
  }
}

async function costOf(count: number): Promise<Costs> {
  const folder = await mkdtemp(join(tmpdir(), 'will-it-pull-bench-'))
  const [file, sarif] = [join(folder, 'usage.json'), join(folder, 'alerts.sarif')]
  await using bench = await workbench()
  await using github = await startGitHub()
  const pods = Array.from({ length: count }, (_, at) => podOf(`ghcr.io/Acme/web-${at}:1`, `web-${at}`))
  const { commits } = await pullRequest(bench, {}, { 'deploy/many.yaml': pods.join('---\n') || '{}\n' })
  const environment = { NODE_OPTIONS: `--import ${hook}`, WILL_IT_PULL_BENCH_USAGE: file }
  await runStep(bench, { github, commits }, { inputs: { 'sarif-file': sarif, suggestions: 'false' }, environment })
  const cost = usage.parse(JSON.parse(await readFile(file, 'utf8')))
  const sarifKiB = gzipSync(await readFile(sarif)).length / 1024
  await rm(folder, { recursive: true })
  return { ...cost, comment: github.state.comments[0]?.body.length ?? 0, sarifKiB }
}

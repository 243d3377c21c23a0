import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { z } from 'zod'
import { watchChildren } from './children.ts'

/** What one run of a program cost. */
export interface Cost {
  /** From the start of the process to its end. */
  readonly wallMs: number
  /** User and system time, and memory, of a program that tells. */
  readonly cpuMs: number
  readonly childCpuMs: number
  readonly peakMiB: number
  /** Of all that it started, together; watched for where it tells. */
  readonly childrenMiB: number
  readonly stdout: string
}

export interface Command {
  readonly program: string
  readonly arguments: readonly string[]
  /** Has a Node program tell what it used, which makes its start a little longer. */
  readonly tells?: boolean | undefined
}

const usage = z.object({ cpuMs: z.number(), childCpuMs: z.number().nullable(), peakMiB: z.number() })
const nothingTold = { cpuMs: Number.NaN, childCpuMs: null, peakMiB: Number.NaN }
const hook = join(import.meta.dirname, 'usage-hook.mjs')

/** Runs a program to its end. */
export async function runOnce({ program, arguments: given, tells = false }: Command): Promise<Cost> {
  const file = join(tmpdir(), `will-it-pull-bench-${process.pid}.json`)
  const startedAt = performance.now()
  const child = spawn(program, [...(tells ? ['--import', hook] : []), ...given], {
    env: { ...process.env, WILL_IT_PULL_BENCH_USAGE: file },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const stopWatching = watchFor(child.pid, tells)
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  await once(child, 'close')
  const wallMs = performance.now() - startedAt
  const childrenMiB = stopWatching()
  const used = tells ? usage.parse(JSON.parse(readFileSync(file, 'utf8'))) : nothingTold
  rmSync(file, { force: true })
  return {
    wallMs,
    ...used,
    childCpuMs: used.childCpuMs ?? Number.NaN,
    childrenMiB,
    stdout: Buffer.concat(chunks).toString(),
  }
}

function watchFor(pid: number | undefined, tells: boolean): () => number {
  return pid === undefined || !tells ? () => Number.NaN : watchChildren(pid)
}

export interface Pair {
  readonly ours: readonly Cost[]
  readonly theirs: readonly Cost[]
}

/** Runs two commands in turn, so that a change of the machine's speed meets both; the first pair is a warm-up. */
export async function runPaired(ours: Command, theirs: Command, runs: number): Promise<Pair> {
  const pair = { ours: new Array<Cost>(), theirs: new Array<Cost>() }
  for (let run = 0; run <= runs; run++) {
    const costs = { ours: await runOnce(ours), theirs: await runOnce(theirs) }
    if (run === 0) continue
    pair.ours.push(costs.ours)
    pair.theirs.push(costs.theirs)
  }
  return pair
}

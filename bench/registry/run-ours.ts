import { join } from 'node:path'
import process from 'node:process'
import { z } from 'zod'
import { runOnce } from '../support/whole-process.ts'
import type { Cost } from '../support/whole-process.ts'

/** A check as a whole process, and what its report says of itself. */
export interface OurRun extends Cost {
  /** From the first file read to the report. */
  readonly checkMs: number
}

const report = z.object({ summary: z.object({ pullable: z.number(), durationMs: z.number() }) })
const cli = join(import.meta.dirname, '../../dist/cli.js')

/** Checks a file of manifests, with a cache in this folder. All images must be found good. */
export async function runOurs(manifests: string, cache: string, images: number): Promise<OurRun> {
  const given = ['check', '--format', 'json', '--platform', 'linux/amd64', '--cache-dir', cache, manifests]
  const cost = await runOnce({ program: process.execPath, arguments: [cli, ...given], tells: true })
  const { summary } = report.parse(JSON.parse(cost.stdout))
  if (summary.pullable !== images) throw new Error(`${summary.pullable} of ${images} images were found pullable`)
  return { ...cost, checkMs: summary.durationMs }
}

/** One pod for each image. */
export function manifestsOf(references: readonly string[]): string {
  const pods = references.map(
    (reference, number) => `apiVersion: v1
kind: Pod
metadata: { name: pod-${number} }
spec: { containers: [{ name: main, image: '${reference}' }] }
`,
  )
  return pods.join('---\n')
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { median } from './support/figure.ts'
import type { Figure } from './support/figure.ts'
import { runPaired } from './support/whole-process.ts'

const manifest = `apiVersion: v1
kind: Pod
metadata: { name: web }
spec: { containers: [{ name: web, image: 'nginx:1.27' }] }
`

const runs = 31
const cli = join(import.meta.dirname, '../dist/cli.js')

/** `list` on one manifest against a Node that does nothing. */
export async function startUp(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'will-it-pull-bench-'))
  const file = join(folder, 'pod.yaml')
  await writeFile(file, manifest)
  const ours = { program: process.execPath, arguments: [cli, 'list', file] }
  const bare = { program: process.execPath, arguments: ['-e', '0'] }
  const pair = await runPaired(ours, bare, runs)
  await rm(folder, { recursive: true })
  const ratios = pair.ours.map(({ wallMs }, run) => wallMs / (pair.theirs[run]?.wallMs ?? Number.NaN))
  return [{ name: 'list of one manifest ÷ bare Node', value: median(ratios), unit: '×', goal: 3 }]
}

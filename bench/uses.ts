import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { image } from '../src/simulator/image.ts'
import { startRegistry } from '../src/simulator/registry.ts'
import type { Figure } from './support/figure.ts'
import { runOnce } from './support/whole-process.ts'
import type { Cost } from './support/whole-process.ts'

const few = 2500
const many = 10_000
const distinct = 300
const perFile = 20
const cli = join(import.meta.dirname, '../dist/cli.js')

/** Many uses of some images in plain manifests, one in ten of them missing, against a registry without delay. */
export async function usesBench(): Promise<readonly Figure[]> {
  await using registry = await startRegistry()
  for (let number = 0; number < distinct; number++)
    if (number % 10 > 0) registry.push(`team/app-${number}`, 'v1', image({ name: `${number}` }))
  const small = await check(few, registry.host)
  const large = await check(many, registry.host)
  return [
    {
      name: '10,000 uses ÷ 2,500 uses ÷ 4, CPU',
      value: large.cpuMs / small.cpuMs / (many / few),
      unit: '×',
      goal: 1.2,
    },
    { name: 'CPU of 10,000 uses', value: large.cpuMs, unit: 'ms' },
    { name: 'peak memory of 10,000 uses', value: large.peakMiB, unit: 'MiB', goal: 400 },
  ]
}

async function check(uses: number, host: string): Promise<Cost> {
  const folder = await mkdtemp(join(tmpdir(), 'will-it-pull-bench-'))
  for (let first = 0; first < uses; first += perFile) {
    const pods = Array.from({ length: perFile }, (_, at) => pod(first + at, host))
    await writeFile(join(folder, `pods-${first}.yaml`), pods.join('---\n'))
  }
  const cost = await runOnce({
    program: process.execPath,
    arguments: [cli, 'check', '--cache', 'false', folder],
    tells: true,
  })
  await rm(folder, { recursive: true })
  return cost
}

function pod(number: number, host: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: app-${number}, namespace: ns-${number % 50} }
spec:
  selector: { matchLabels: { app: app-${number} } }
  template:
    metadata: { labels: { app: app-${number} } }
    spec:
      serviceAccountName: runner
      containers:
        - name: main
          image: ${host}/team/app-${number % distinct}:v1
          env: [{ name: PORT, value: '8080' }]
`
}

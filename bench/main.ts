import process from 'node:process'
import { http2Bench, largeRegistryBench, registryBench } from './registry/bench.ts'
import { renderBench } from './render/bench.ts'
import { reportBench } from './report.ts'
import { sourcesBench } from './sources/bench.ts'
import { startUp } from './start-up.ts'
import { lineOf } from './support/figure.ts'
import type { Bench } from './support/figure.ts'
import { traceBench } from './trace.ts'
import { usesBench } from './uses.ts'

const benches: Readonly<Record<string, Bench>> = {
  'start-up': startUp,
  render: renderBench,
  trace: traceBench,
  registry: registryBench,
  'registry-large': largeRegistryBench,
  'registry-http2': http2Bench,
  uses: usesBench,
  sources: sourcesBench,
  report: reportBench,
}

const [, , ...asked] = process.argv
const unknown = asked.filter(name => !Object.hasOwn(benches, name))
const wanted = Object.entries(benches).filter(([name]) => asked.length === 0 || asked.includes(name))
if (unknown.length > 0) {
  process.stderr.write(`no benchmark is called ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}\n`)
  process.exitCode = 2
} else {
  for (const [name, bench] of wanted) await run(name, bench)
}

async function run(name: string, bench: Bench): Promise<void> {
  process.stdout.write(`${name}\n`)
  const figures = await bench()
  process.stdout.write(figures.map(figure => `${lineOf(figure)}\n`).join(''))
}

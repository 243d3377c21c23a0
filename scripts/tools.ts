import { resolve } from 'node:path'
import process from 'node:process'
import { ensureTools } from '../src/tools/ensure-tools.ts'

const result = await ensureTools({ folder: resolve(import.meta.dirname, '../.tools') })
if (result.kind === 'ready') {
  const { helm3, helm4, kubectl } = result.tools
  process.stdout.write(`${[helm3, helm4, kubectl].join('\n')}\n`)
} else {
  process.stderr.write(`${result.why}\n`)
  process.exitCode = 1
}

import { resolve } from 'node:path'
import process from 'node:process'
import { ensureTools } from '../src/tools/ensure-tools.ts'

/** Fetches helm and kubectl once, before the tests that render; where they can't be had, those tests say so. */
export async function setup(): Promise<void> {
  const result = await ensureTools({ folder: resolve(import.meta.dirname, '../.tools') })
  if (result.kind === 'unavailable') process.stderr.write(`${result.why}\n`)
}

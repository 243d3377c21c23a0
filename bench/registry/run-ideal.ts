import { spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { json } from 'node:stream/consumers'
import { z } from 'zod'

const result = z.object({ wallMs: z.number() })

/** Milliseconds that the least possible client takes for the images, from its first connection to its last answer. */
export async function runIdeal(references: readonly string[], protocol: 'h1' | 'h2'): Promise<number> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'ideal.ts'), protocol], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(references.join('\n'))
  return result.parse(await json(child.stdout)).wallMs
}

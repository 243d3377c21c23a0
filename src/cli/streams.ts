import process from 'node:process'
import type { ProgressOutput } from './progress.ts'

/** Standard error, where progress goes. */
export function terminal(): ProgressOutput {
  return {
    isTTY: process.stderr.isTTY === true && process.env['TERM'] !== 'dumb',
    // a terminal that was given no size says 0
    columns: process.stderr.columns || 80,
    write: text => void process.stderr.write(text),
  }
}

// what a renderer pipes in is bounded like a renderer's own output
const maximumBytes = 64 * 1024 * 1024

/** The text of standard input; undefined where it is larger than the limit, 64 MiB unless told otherwise. */
export async function readStandardInput(limit: number = maximumBytes): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes > limit) return undefined
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Writes the result and waits until it has left. */
export async function writeStandardOutput(text: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  process.stdout.write(text, () => resolve())
  await promise
}

/** Whether to colour: never with NO_COLOR, always with FORCE_COLOR, else on a terminal. */
export function wantsColour(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '0' && FORCE_COLOR !== '') return true
  return process.stdout.isTTY === true && TERM !== 'dumb'
}

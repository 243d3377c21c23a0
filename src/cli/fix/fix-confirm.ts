import process from 'node:process'
import { createInterface } from 'node:readline/promises'

/** Whether a person can be asked: only at a terminal, and not while standard input is checked. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true
}

/** Asks a person; anything but yes is no. */
export async function confirm(question: string): Promise<boolean> {
  const prompt = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return /^y(?:es)?$/i.test((await prompt.question(`${question} [y/N] `)).trim())
  } catch {
    return false
  } finally {
    prompt.close()
  }
}

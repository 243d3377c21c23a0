import { readFile, writeFile } from 'node:fs/promises'
import process from 'node:process'
import { colour, plain } from '../report/views/text/palette.ts'
import { gather, readInput } from '../triage/read-input.ts'
import type { InputText } from '../triage/read-input.ts'
import { triage } from '../triage/triage.ts'
import type { Triage } from '../triage/types.ts'
import { triageJson } from '../triage/views/json.ts'
import { triageMarkdown } from '../triage/views/markdown.ts'
import { triageText } from '../triage/views/text.ts'
import type { Call } from './program.ts'
import { readStandardInput, wantsColour, writeStandardOutput } from './streams.ts'

// pods of a large cluster, with all that the API server writes about them
const maximumBytes = 400 * 1024 * 1024

type TriageCall = Extract<Call, { readonly command: 'triage' }>

/** `triage`: 1 if something is broken, 2 where the input is none. */
export async function runTriage({ files, verify, format, output }: TriageCall): Promise<number> {
  if (files.length === 0 && process.stdin.isTTY === true)
    return wrong('nothing to read', `Try: ${gather} && will-it-pull triage cluster.json`)
  const inputs: InputText[] = []
  for (const file of files.length === 0 ? ['-'] : files) {
    const text = await readText(file)
    if (text === undefined) return wrong(file, 'It cannot be read, or is larger than can be read.')
    inputs.push({ name: file, text })
  }
  const read = readInput(inputs)
  if (read.kind === 'wrong') return wrong(read.name === '-' ? 'standard input' : read.name, read.why)
  const seen = triage(read.objects)
  const found = verify ? await (await import('./verify-triage.ts')).verifyTriage(seen, read.objects) : seen
  const text = render(found, format, output)
  if (output === undefined) await writeStandardOutput(text)
  else await writeFile(output, text)
  return found.summary.broken > 0 ? 1 : 0
}

async function readText(file: string): Promise<string | undefined> {
  if (file === '-') return readStandardInput(maximumBytes)
  try {
    return await readFile(file, 'utf8')
  } catch {
    return undefined
  }
}

function render(found: Triage, format: TriageCall['format'], output: string | undefined): string {
  switch (format) {
    case 'json':
      return triageJson(found)
    case 'markdown':
      return triageMarkdown(found)
    case 'text': {
      const palette = output === undefined && wantsColour() ? colour : plain
      return triageText(found, { palette, width: output === undefined ? process.stdout.columns : undefined })
    }
  }
}

function wrong(name: string, why: string): number {
  process.stderr.write(`${name}: ${why}\n`)
  return 2
}

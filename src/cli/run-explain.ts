import { writeFile } from 'node:fs/promises'
import process from 'node:process'
import { answer } from '../explain/answer.ts'
import type { Answer } from '../explain/answer.ts'
import { answerJson } from '../explain/json.ts'
import { answerMarkdown } from '../explain/markdown.ts'
import { answerText } from '../explain/text.ts'
import { colour, plain } from '../report/views/text/palette.ts'
import type { Call } from './program.ts'
import { readStandardInput, wantsColour, writeStandardOutput } from './streams.ts'

type ExplainCall = Extract<Call, { readonly command: 'explain' }>

/** `explain`: 0, or 2 where neither a code nor a failure was recognised. */
export async function runExplain({ words, format, output }: ExplainCall): Promise<number> {
  const asked = words.join(' ')
  const question = asked === '-' ? ((await readStandardInput()) ?? '') : words.length === 0 ? undefined : asked
  const found = answer(question)
  const text = render(found, format, output)
  const isAnswer = found.kind !== 'unknown-code' && found.kind !== 'not-recognised'
  if (!isAnswer && format === 'text') process.stderr.write(text)
  else if (output === undefined) await writeStandardOutput(text)
  else await writeFile(output, text)
  return isAnswer ? 0 : 2
}

function render(found: Answer, format: ExplainCall['format'], output: string | undefined): string {
  switch (format) {
    case 'json':
      return answerJson(found)
    case 'markdown':
      return answerMarkdown(found)
    case 'text': {
      const palette = output === undefined && wantsColour() ? colour : plain
      return answerText(found, { palette, width: output === undefined ? process.stdout.columns : undefined })
    }
  }
}

import type { ProgramResult } from '../world.ts'
import { programMessage } from './program-message.ts'
import type { ProgramMessage } from './program-message.ts'
import type { RenderFailure } from './types.ts'

/** What a renderer printed, or why it printed nothing. */
export type ProgramOutput =
  | { readonly kind: 'printed'; readonly text: string }
  | { readonly kind: 'failed'; readonly failure: RenderFailure }

/** Reads the result of a renderer; `program` is the name that a person installs. */
export function programOutput(result: ProgramResult, program: string, root: string): ProgramOutput {
  switch (result.kind) {
    case 'ended':
      if (result.exitCode === 0) return { kind: 'printed', text: result.stdout }
      return failed({ why: 'program-failed', ...explain(result.exitCode, result.stderr, root) })
    case 'not-found':
      return failed({ why: 'program-missing', detail: program })
    case 'timed-out':
      return failed({ why: 'timed-out', detail: program })
    case 'too-much-output':
      return failed({ why: 'too-much-output', detail: program })
    case 'too-much-memory':
      return failed({ why: 'too-much-memory', detail: `${Math.round(result.bytes / 2 ** 20)} MiB` })
    case 'failed':
      return failed({ why: 'program-failed', detail: `${program}: ${result.why}` })
  }
}

function explain(exitCode: number, stderr: string, root: string): ProgramMessage {
  const message = programMessage(stderr, root)
  return message.detail === '' ? { detail: `exit code ${exitCode}` } : message
}

function failed(failure: RenderFailure): ProgramOutput {
  return { kind: 'failed', failure }
}

import { sha256 } from '../sha256.ts'
import type { RunContext } from './context.ts'
import type { Inputs } from './inputs.ts'

/** What tells the comment, suggestions and alerts of this job from those of others about the same commit. */
export interface Instance {
  readonly key: string
  /** How a reader tells them apart; undefined for a job that needs no name. */
  readonly label: string | undefined
}

const longest = 80

/** By `comment-key`, else by the job; the jobs of a matrix share their id, so their values are part of it. */
export function instanceOf({ context, inputs }: { context: Pick<RunContext, 'job'>; inputs: Inputs }): Instance {
  const named = inputs.publish['comment-key']
  if (named !== undefined) return { key: named, label: named }
  const label = labelOf(matrixValues(inputs.publish['matrix'] ?? ''))
  return label === '' ? { key: context.job, label: undefined } : { key: `${context.job} (${label})`, label }
}

/** `{"team":"shop","platform":"linux/arm64"}`; `null` where the job has no matrix. */
function matrixValues(text: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return []
    return Object.values(value).map(part => (typeof part === 'string' ? part : JSON.stringify(part)))
  } catch {
    return []
  }
}

function labelOf(values: readonly string[]): string {
  const text = values.filter(value => value !== '').join(', ')
  return text.length <= longest ? text : `${text.slice(0, longest)}… ${sha256(text).slice(0, 8)}`
}

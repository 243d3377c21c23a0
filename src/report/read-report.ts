import { reportSchema } from './schema.ts'
import type { Report } from './schema.ts'

/** A report that somebody else handed over; `why` is the end of a sentence. */
export type ReadReport =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'unusable'; readonly why: string }

/** Reads a report's text. Whatever is in it is as hostile as who wrote it, and goes through the views like any other. */
export function readReport(text: string): ReadReport {
  const value = parsed(text)
  if (value === undefined) return { kind: 'unusable', why: 'it is no JSON' }
  const result = reportSchema.safeParse(value)
  if (result.success) return { kind: 'report', report: result.data }
  const [issue] = result.error.issues
  return { kind: 'unusable', why: `it is no report of version 1: ${issue?.path.join('.')} ${issue?.message}` }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

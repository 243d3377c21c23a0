import { z } from 'zod'
import { reportSchema } from './schema.ts'
import type { Report } from './schema.ts'

export type ValidatedReport =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'invalid'; readonly problems: readonly string[] }

/** Reads a report that somebody else handed over, e.g. as an artifact of another workflow; at most ten problems are named. */
export function validateReport(value: unknown): ValidatedReport {
  const parsed = reportSchema.safeParse(value)
  if (parsed.success) return { kind: 'report', report: parsed.data }
  const problems = parsed.error.issues.slice(0, 10).map(({ path, message }) => `${path.join('.')}: ${message}`)
  return { kind: 'invalid', problems }
}

/** The JSON Schema of the report, with open objects: additions are allowed within version 1. */
export function reportJsonSchema(): object {
  return z.toJSONSchema(reportSchema, { target: 'draft-2020-12' })
}

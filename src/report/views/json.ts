import { printableJson } from '../escape/json.ts'
import type { Report } from '../schema.ts'

/** The report for other programs: one JSON document and a line end. */
export function jsonReport(report: Report): string {
  return `${printableJson(report, 2)}\n`
}

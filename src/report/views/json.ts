import type { Report } from '../schema.ts'

/** The report for other programs: one JSON document and a line end. */
export function jsonReport(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`
}

import type { Report } from '../report/schema.ts'

/** What later steps get. Of the report only numbers and its path: all outputs of a job together may have 1 MB. */
export function outputsOf(
  { verdict, summary }: Report,
  files: {
    readonly reportFile: string
    readonly sarif?: string | undefined
    readonly comment: number | undefined
  },
): Readonly<Record<string, string | number>> {
  return {
    verdict,
    unpullable: summary.unpullable,
    unknown: summary.unknown,
    images: summary.images,
    'report-file': files.reportFile,
    'sarif-file': files.sarif ?? '',
    'comment-id': files.comment ?? '',
  }
}

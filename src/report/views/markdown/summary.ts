import { safeLines } from '../../escape/terminal.ts'
import type { Report } from '../../schema.ts'
import { documentBlocks } from './document.ts'
import { fit } from './fit.ts'
import type { Repository } from './links.ts'

export interface MarkdownOptions {
  /** For links to lines. */
  readonly repository?: Repository | undefined
}

// a step's summary may have 1 MiB on disk; a little is left for what others write in the same step
const summaryBytes = 1024 * 1024 - 16 * 1024

/** The job summary, and `--format markdown`: everything, within 1 MiB. */
export function markdownSummary(report: Report, { repository }: MarkdownOptions): string {
  const blocks = documentBlocks(report, { repository, rest: 'The JSON report has all of them.', cost: true })
  return safeLines(fit(blocks, summaryBytes, utf8Length))
}

function utf8Length(text: string): number {
  return Buffer.byteLength(text)
}

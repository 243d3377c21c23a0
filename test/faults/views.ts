import { githubCommands } from '../../src/report/views/github.ts'
import { gitlabReport } from '../../src/report/views/gitlab.ts'
import { jsonReport } from '../../src/report/views/json.ts'
import { markdownSummary } from '../../src/report/views/markdown/summary.ts'
import { sarifReport } from '../../src/report/views/sarif.ts'
import type { Report } from '../../src/report/schema.ts'
import { plain } from '../../src/report/views/text/palette.ts'
import { textReport } from '../../src/report/views/text/text.ts'

/** The report in every form in which a run can print it. */
export function everyView(report: Report): string {
  return [
    jsonReport(report),
    textReport(report, { palette: plain, detail: 'verbose' }),
    markdownSummary(report, {}),
    sarifReport(report),
    githubCommands(report),
    gitlabReport(report),
  ].join('\n')
}

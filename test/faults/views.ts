import { githubCommands } from '../../src/report/github.ts'
import { gitlabReport } from '../../src/report/gitlab.ts'
import { jsonReport } from '../../src/report/json.ts'
import { markdownSummary } from '../../src/report/markdown/summary.ts'
import { sarifReport } from '../../src/report/sarif.ts'
import type { Report } from '../../src/report/schema.ts'
import { plain } from '../../src/report/text/palette.ts'
import { textReport } from '../../src/report/text/text.ts'

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

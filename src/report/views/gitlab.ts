import { printableJson } from '../escape/json.ts'
import { oneLine } from '../escape/terminal.ts'
import { isInRepository } from '../places.ts'
import type { Report, ReportFinding } from '../schema.ts'

const severities: Readonly<Record<ReportFinding['severity'], string>> = {
  error: 'critical',
  warning: 'minor',
  notice: 'info',
  off: 'info',
}

/** GitLab's Code Quality report (docs.gitlab.com, "Code Quality report format"): findings that are not ignored. */
export function gitlabReport(report: Report): string {
  const shown = report.findings.filter(({ ignored, severity }) => ignored === null && severity !== 'off')
  const seen = new Map<string, number>()
  const issues = shown.map(finding => issue(finding, fingerprint(finding, seen)))
  return `${printableJson(issues, 2)}\n`
}

function issue({ message, fix, code, severity, location }: ReportFinding, print: string): object {
  const advice = fix === null ? '' : ` Fix: ${oneLine(fix.text)}`
  return {
    description: `${oneLine(message)}${advice}`,
    check_name: code,
    fingerprint: print,
    severity: severities[severity],
    location: placeOf(location),
  }
}

// a finding without a place in the repository needs one all the same
function placeOf(location: ReportFinding['location']): object {
  if (location === null || !isInRepository(location)) return { path: '.', lines: { begin: 1 } }
  return { path: location.file, lines: { begin: location.line ?? 1 } }
}

// fingerprints must be unique in a report
function fingerprint({ key }: ReportFinding, seen: Map<string, number>): string {
  const before = seen.get(key) ?? 0
  seen.set(key, before + 1)
  return before === 0 ? key : `${key}-${before}`
}

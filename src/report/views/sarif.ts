import { oneLine } from '../escape/terminal.ts'
import type { Report, ReportFinding, ReportLocation } from '../schema.ts'
import { ruleIndex, sarifLevel, sarifRules } from './sarif-rules.ts'

export interface SarifOptions {
  /** Tells several uploads for one commit apart. */
  readonly category?: string | undefined
}

// code scanning shows the first 5,000 results of a run and refuses files with far more
const mostResults = 5000
const mostMessage = 1000

/** SARIF 2.1.0 for code scanning: findings that stand at a place; those that don't are notifications. */
export function sarifReport(report: Report, { category = 'default' }: SarifOptions = {}): string {
  const shown = report.findings.filter(({ ignored, severity }) => ignored === null && severity !== 'off')
  const results = shown.flatMap(finding => (finding.location === null ? [] : [result(finding, finding.location)]))
  const notices = shown.filter(({ location }) => location === null).map(notification)
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'will-it-pull', semanticVersion: report.tool.version, rules: sarifRules },
        },
        automationDetails: { id: `will-it-pull/${oneLine(category).replaceAll('/', '-')}/` },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notices }],
        results: results.slice(0, mostResults),
      },
    ],
  }
  return `${JSON.stringify(log)}\n`
}

function result(finding: ReportFinding, location: ReportLocation): object {
  return {
    ruleId: finding.code,
    ruleIndex: ruleIndex(finding.code),
    level: sarifLevel(finding.severity),
    message: { text: messageText(finding) },
    locations: [{ physicalLocation: physical(location) }],
    partialFingerprints: { 'willItPull/v1': finding.key },
    properties: { verdict: finding.verdict, status: finding.status, image: finding.image, platform: finding.platform },
  }
}

function notification(finding: ReportFinding): object {
  return {
    level: sarifLevel(finding.severity),
    descriptor: { id: finding.code },
    message: { text: messageText(finding) },
  }
}

// the first sentence becomes the title of the alert; `](` would make a link
function messageText({ message, cause, fix }: ReportFinding): string {
  const text = [message, cause, ...(fix === null ? [] : [`Fix: ${fix.text}`])].map(oneLine).join(' ')
  return text.replaceAll('](', '] (').slice(0, mostMessage).toWellFormed()
}

// without a line the region is empty and at the start of the file: code scanning asks for one
function physical({ file, line, column, endLine, endColumn }: ReportLocation): object {
  const startLine = line ?? 1
  const startColumn = (line === null ? null : column) ?? 1
  const lastLine = line === null || endLine === null || endLine < startLine ? startLine : endLine
  const isForward = endColumn !== null && line !== null && (lastLine > startLine || endColumn > startColumn)
  return {
    artifactLocation: { uri: relativeUri(file), uriBaseId: '%SRCROOT%' },
    region: { startLine, startColumn, endLine: lastLine, endColumn: isForward ? endColumn : startColumn },
  }
}

function relativeUri(file: string): string {
  return file
    .toWellFormed()
    .split('/')
    .map(part => encodeURIComponent(part))
    .join('/')
}

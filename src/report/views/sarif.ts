import { printableJson } from '../escape/json.ts'
import { oneLine } from '../escape/terminal.ts'
import { isInRepository } from '../places.ts'
import { project } from '../rule-page.ts'
import type { Report, ReportFinding, ReportLocation } from '../schema.ts'
import { counted } from '../words/quote.ts'
import { ruleIndex, sarifLevel, sarifRules } from './sarif-rules.ts'

export interface SarifOptions {
  /** Tells several uploads for one commit apart. */
  readonly category?: string | undefined
}

// code scanning shows the first 5,000 results of a run and refuses files with far more
const mostResults = 5000
const mostNotices = 500
const mostMessage = 1000

/** SARIF 2.1.0 for code scanning: findings that stand in a file of the repository; the others are notifications. */
export function sarifReport(report: Report, { category = 'default' }: SarifOptions = {}): string {
  const shown = report.findings.filter(({ ignored, severity }) => ignored === null && severity !== 'off')
  const elsewhere = shown.filter(({ location }) => location === null || !isInRepository(location))
  const results = shown.flatMap(finding => {
    const { location } = finding
    return location !== null && isInRepository(location) ? [{ finding, location }] : []
  })
  const notices = [...cutNotice(results.length - mostResults), ...elsewhere.slice(0, mostNotices).map(notification)]
  const run = {
    tool: { driver: driver(report) },
    automationDetails: { id: `will-it-pull/${oneLine(category.toWellFormed()).replaceAll('/', '-')}/` },
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: notices }],
    results: results.slice(0, mostResults).map(result),
  }
  return `${printableJson({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] })}\n`
}

function driver({ tool }: Report): object {
  return { name: 'will-it-pull', semanticVersion: tool.version, informationUri: project, rules: sarifRules }
}

function cutNotice(left: number): readonly object[] {
  if (left <= 0) return []
  return [{ level: 'note', message: { text: `${counted(left, 'more finding')} in the JSON report.` } }]
}

interface Placed {
  readonly finding: ReportFinding
  readonly location: ReportLocation
}

function result({ finding, location }: Placed): object {
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

import { codeSpan, prose } from '../../escape/markdown.ts'
import { rulePage } from '../../rule-page.ts'
import type { ReportFinding } from '../../schema.ts'
import { placeLink } from './links.ts'
import type { Repository } from './links.ts'

/** The head of the table of findings. Two columns, so that cause and fix are in sight on a phone too. */
export const tableHead = '| Where | What, why and how to mend it |\n| --- | --- |'

/** One finding as one row of a table. */
export function tableRow(finding: ReportFinding, repository: Repository | undefined): string {
  const { location, related, message, cause, fix, code, status, severity } = finding
  const old = status === 'old' ? ', not new' : ''
  const where = [
    ...(location === null ? [] : [placeLink(location, repository)]),
    ...(related.length > 0 ? [`and ${related.length} more`] : []),
    `<sub>${severity} ${codeLink(code)}${old}${within(finding)}</sub>`,
  ]
  const what = [
    `**${prose(message)}**`,
    `Why: ${prose(cause)}`,
    ...(fix === null ? [] : [`**Fix:** ${prose(fix.text)}`]),
  ]
  return `| ${where.join('<br>')} | ${what.join('<br>')} |`
}

/** One finding as a list item. */
export function listItem(finding: ReportFinding, repository: Repository | undefined): string {
  const { location, message, cause, fix, code, ignored } = finding
  const where = location === null ? '' : `${placeLink(location, repository)}: `
  const why = ignored === null ? prose(cause) : `Ignored: ${codeSpan(ignored.reason)}.`
  const what = fix === null || ignored !== null ? '' : ` **Fix:** ${prose(fix.text)}`
  return `- ${where}${prose(message)} ${why}${what} <sub>${codeLink(code)}${within(finding)}</sub>`
}

function codeLink(code: ReportFinding['code']): string {
  return `[${code}](${rulePage(code)})`
}

// the default environment is the only one where nobody declared any
function within({ environment }: ReportFinding): string {
  return environment === null || environment === 'default' ? '' : ` in ${codeSpan(environment)}`
}

import { codeSpan, prose } from '../escape/markdown.ts'
import type { ReportFinding } from '../schema.ts'
import { placeLink } from './links.ts'
import type { Repository } from './links.ts'

/** The head of the table of findings. */
export const tableHead = '| Where | What | Why | Fix |\n| --- | --- | --- | --- |'

/** One finding as one row of a table. */
export function tableRow(finding: ReportFinding, repository: Repository | undefined): string {
  const { location, related, message, cause, fix, code, status, severity } = finding
  const also = related.length > 0 ? `<br>and ${related.length} more` : ''
  const where = location === null ? '' : `${placeLink(location, repository)}${also}`
  const old = status === 'old' ? ', not new' : ''
  const what = `${prose(message)}<br><sub>${severity} ${code}${old}${within(finding)}</sub>`
  const cells = [where, what, prose(cause), fix === null ? '' : prose(fix.text)]
  return `| ${cells.join(' | ')} |`
}

/** One finding as a list item. */
export function listItem(finding: ReportFinding, repository: Repository | undefined): string {
  const { location, message, cause, fix, code, ignored } = finding
  const where = location === null ? '' : `${placeLink(location, repository)}: `
  const why = ignored === null ? prose(cause) : `Ignored: ${codeSpan(ignored.reason)}.`
  const what = fix === null || ignored !== null ? '' : ` **Fix:** ${prose(fix.text)}`
  return `- ${where}${prose(message)} ${why}${what} <sub>${code}${within(finding)}</sub>`
}

// the default environment is the only one where nobody declared any
function within({ environment }: ReportFinding): string {
  return environment === null || environment === 'default' ? '' : ` in ${codeSpan(environment)}`
}

import { codeSpan, commandSpan, prose } from '../../escape/markdown.ts'
import { rulePage } from '../../rule-page.ts'
import type { ReportFinding } from '../../schema.ts'
import { placeLink } from './links.ts'
import type { Repository } from './links.ts'

/** The head of a table of findings. One column: of two, a phone shows the first and a strip of the second. */
export function tableHead(title: string): string {
  return `| ${title} |\n| :-- |`
}

/** One finding as one row of a table: what, where, why and the fix, below each other. */
export function tableRow(finding: ReportFinding, repository: Repository | undefined): string {
  const { location, related, message, cause, code, status } = finding
  const others = related.length > 0 ? ` and ${related.length} more` : ''
  const old = status === 'old' ? ', not new' : ''
  const place = location === null ? '' : `${placeLink(location, repository)}${others} `
  const lines = [
    `**${prose(message)}**`,
    `${place}<sub>${codeLink(code)}${old}${within(finding)}</sub>`,
    `Why: ${prose(cause)}`,
    ...fixLines(finding, 'cell'),
  ]
  return `| ${lines.join('<br>')} |`
}

/** One finding as a list item. */
export function listItem(finding: ReportFinding, repository: Repository | undefined): string {
  const { location, message, cause, code, ignored } = finding
  const where = location === null ? '' : `${placeLink(location, repository)}: `
  const why = ignored === null ? prose(cause) : `Ignored: ${codeSpan(ignored.reason)}.`
  const fix = ignored === null ? fixLines(finding, 'line') : []
  return `- ${[`${where}${prose(message)} ${why}`, ...fix].join(' ')} <sub>${codeLink(code)}${within(finding)}</sub>`
}

/** The commands of a fix that can't be shown beside it; they need a block of their own. */
export function commandsApart({ fix }: ReportFinding): readonly string[] {
  return fix === null || canStandBeside(fix.commands) ? [] : fix.commands
}

const mostCommands = 3
const longestCommands = 700

// in a cell a backslash or backtick would need escapes that a copied command then has
function canStandBeside(commands: readonly string[]): boolean {
  return (
    commands.length <= mostCommands && commands.join('').length <= longestCommands && !/[\\`]/.test(commands.join(''))
  )
}

function fixLines({ fix }: ReportFinding, where: 'cell' | 'line'): readonly string[] {
  if (fix === null) return []
  const { text, commands } = fix
  const beside = canStandBeside(commands) ? commands.map(command => commandSpan(command, where)) : []
  const words = beside.length > 0 ? text : text.replace(/:$/, '.')
  return [`**Fix:** ${prose(words)}`, ...beside]
}

function codeLink(code: ReportFinding['code']): string {
  return `[${code}](${rulePage(code)})`
}

// the default environment is the only one where nobody declared any
function within({ environment }: ReportFinding): string {
  return environment === null || environment === 'default' ? '' : ` in ${codeSpan(environment)}`
}

import { prose } from '../../escape/markdown.ts'
import { safeLines } from '../../escape/terminal.ts'
import type { Report } from '../../schema.ts'
import { documentBlocks } from './document.ts'
import { fit } from './fit.ts'
import type { Repository } from './links.ts'

export interface CommentOptions {
  /** Which of several comments this is; absent where there is one. */
  readonly label?: string | undefined
  readonly repository?: Repository | undefined
  /** What a reader must know of a report that somebody else made. */
  readonly hearsay?: string | undefined
  /** Where the whole report is, e.g. the run's page; only an `https` address is linked. */
  readonly runUrl?: string | undefined
}

// GitHub takes 65,536 characters; the rest is for the marker by which the comment is found again
const mostCharacters = 60_000

/** The body of the sticky comment, below its marker. */
export function commentBody(report: Report, { label, hearsay, repository, runUrl }: CommentOptions): string {
  const rest = runLink(runUrl, 'The job summary')
  const blocks = documentBlocks(report, {
    repository,
    label,
    hearsay,
    rest: `${rest ?? 'The job summary'} has more of them.`,
    foot: runLink(runUrl, 'The whole report'),
  })
  // breaking up what looks like a command may add characters
  return safeLines(fit(blocks, mostCharacters - 100, text => text.length))
}

/** What the comment becomes when nothing is wrong any more. */
export function resolvedComment(report: Report, { label, hearsay, runUrl }: CommentOptions): string {
  const which = label === undefined ? '' : ` (${prose(label.slice(0, 100))})`
  const link = runLink(runUrl, 'The whole report')
  const parts = [link, hearsay === undefined ? undefined : prose(hearsay)].filter(part => part !== undefined)
  const foot = parts.length === 0 ? '' : `\n<sub>${parts.join(' · ')}</sub>\n`
  return safeLines(
    `### ✅ will-it-pull${which}: resolved\n\nThe problems that stood here are gone. ${prose(report.headline)}\n${foot}`,
  )
}

function runLink(url: string | undefined, text: string): string | undefined {
  return url !== undefined && /^https:\/\/[\w./:-]+$/.test(url) ? `[${text}](${url})` : undefined
}

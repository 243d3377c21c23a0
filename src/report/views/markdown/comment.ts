import { prose } from '../../escape/markdown.ts'
import { safeLines } from '../../escape/terminal.ts'
import type { Report } from '../../schema.ts'
import { documentBlocks } from './document.ts'
import { fit } from './fit.ts'
import type { Repository } from './links.ts'

export interface CommentOptions {
  readonly repository?: Repository | undefined
  /** Where the whole report is, e.g. the run's page; only an `https` address is linked. */
  readonly runUrl?: string | undefined
}

// GitHub takes 65,536 characters; the rest is for the marker by which the comment is found again
const mostCharacters = 60_000

/** The body of the sticky comment, below its marker. */
export function commentBody(report: Report, { repository, runUrl }: CommentOptions): string {
  const foot = runLink(runUrl)
  // breaking up what looks like a command may add characters
  const room = mostCharacters - foot.length - 100
  return safeLines(`${fit(documentBlocks(report, repository), room, text => text.length)}${foot}`)
}

/** What the comment becomes when nothing is wrong any more. */
export function resolvedComment(report: Report, { runUrl }: CommentOptions): string {
  return safeLines(
    `### ✅ will-it-pull: resolved\n\nThe problems that stood here are gone. ${prose(report.headline)}\n${runLink(runUrl)}`,
  )
}

function runLink(url: string | undefined): string {
  return url !== undefined && /^https:\/\/[\w./:-]+$/.test(url) ? `\n[The whole report](${url})\n` : ''
}

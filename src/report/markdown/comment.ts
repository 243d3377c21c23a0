import { prose } from '../escape/markdown.ts'
import { safeLines } from '../escape/terminal.ts'
import type { Report } from '../schema.ts'
import { documentBlocks } from './document.ts'
import { fit } from './fit.ts'
import type { Repository } from './links.ts'

export interface CommentOptions {
  /** Tells several comments on one pull request apart. */
  readonly key: string
  readonly repository?: Repository | undefined
  /** Where the whole report is, e.g. the run's page; only an `https` address is linked. */
  readonly runUrl?: string | undefined
}

// GitHub takes 65,536 characters
const mostCharacters = 60_000

/** The first line of the comment, by which it is found again. The key can't end the HTML comment. */
export function commentMarker(key: string): string {
  return `<!-- will-it-pull:${encodeURIComponent(key.toWellFormed()).replaceAll('-', '%2D')} -->`
}

/** The body of the sticky comment, marker first. */
export function commentBody(report: Report, { key, repository, runUrl }: CommentOptions): string {
  const head = `${commentMarker(key)}\n`
  const foot = runLink(runUrl)
  // breaking up what looks like a command may add characters
  const room = mostCharacters - head.length - foot.length - 100
  return safeLines(`${head}${fit(documentBlocks(report, repository), room, text => text.length)}${foot}`)
}

/** What the comment becomes when nothing is wrong any more. */
export function resolvedComment(report: Report, { key, runUrl }: CommentOptions): string {
  const marker = commentMarker(key)
  return safeLines(
    `${marker}\n### ✅ will-it-pull: resolved\n\nThe problems that stood here are gone. ${prose(report.headline)}\n${runLink(runUrl)}`,
  )
}

function runLink(url: string | undefined): string {
  return url !== undefined && /^https:\/\/[\w./:-]+$/.test(url) ? `\n[The whole report](${url})\n` : ''
}

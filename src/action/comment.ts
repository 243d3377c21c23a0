import type { PublishResult, PullRequestApi } from '../github/types.ts'
import { commentBody, resolvedComment } from '../report/views/markdown/comment.ts'
import type { Report } from '../report/schema.ts'
import { instanceOf } from './instance.ts'
import type { Shell } from './pull-request.ts'

/** What became of the comment: its id, or the one sentence that says why there is none. */
export interface CommentOutcome {
  readonly id?: number | undefined
  readonly notice?: string | undefined
  /** GitHub did not take it, so that nothing else needs to be tried. */
  readonly hasFailed?: true | undefined
}

/** Writes, edits or resolves the one comment on the pull request. Never changes the verdict. */
export async function comment(report: Report, { api, shell, hearsay }: Commenting): Promise<CommentOutcome> {
  const mode = shell.inputs.publish['comment'] ?? 'on-problems'
  return mode === 'never' ? {} : outcomeOf(await api.comment(sticky(report, mode, { shell, hearsay })))
}

interface Commenting {
  readonly api: PullRequestApi
  readonly shell: Shell
  /** What a reader must know of a report that somebody else made. */
  readonly hearsay?: string | undefined
}

function sticky(
  report: Report,
  mode: string,
  { shell, hearsay }: Omit<Commenting, 'api'>,
): Parameters<PullRequestApi['comment']>[0] {
  const { serverUrl, repository, sha, runUrl } = shell.context
  const { key, label } = instanceOf(shell)
  const options = { runUrl, label, hearsay, repository: { serverUrl, repository, sha } }
  const hasProblems = report.findings.some(({ counts, severity }) => counts && severity !== 'notice')
  const isWhole = hasProblems || mode === 'always'
  const body = isWhole ? commentBody(report, options) : resolvedComment(report, options)
  return { key, body, write: isWhole ? 'always' : 'only-existing' }
}

function outcomeOf(result: PublishResult): CommentOutcome {
  switch (result.kind) {
    case 'written':
    case 'unchanged':
      return { id: result.id }
    case 'nothing':
      return result.because === 'locked' ? { notice: 'No comment: the pull request is locked.' } : {}
    case 'forbidden':
      return {
        notice: `No comment: give the job the permission \`${result.permission}\`. The result is in the job summary.`,
        hasFailed: true,
      }
    case 'failed':
      return {
        notice: `The comment could not be written: ${result.why}. The result is in the job summary.`,
        hasFailed: true,
      }
  }
}

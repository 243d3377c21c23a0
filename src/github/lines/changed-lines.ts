import { ask, askAll } from '../api/ask.ts'
import type { Asked } from '../api/ask.ts'
import type { GitHubClient } from '../api/octokit.ts'
import { readPatch } from './patch.ts'
import { refused } from '../api/permission.ts'
import type { ChangedLines, FileChange, Unavailable } from '../types.ts'

/** GitHub docs, "List pull requests files": at most 3,000 files. */
const pagesOfFiles = 30
const mostFiles = 3000

/**
 * Once the patches of one answer pass about 20,000 lines, GitHub leaves out the rest without a word and counts those
 * files as unchanged, while a smaller page has them. So the pages with a gap are asked for again, ten files at a time.
 */
const smallPage = 10
const mostSmallPages = 10

interface File {
  readonly filename: string
  readonly status: string
  readonly previous_filename?: string
  readonly patch?: string
  readonly changes: number
}

/** The lines that a pull request changes, from the list of its files. */
export async function listChangedLines(client: GitHubClient, number: number): Promise<ChangedLines | Unavailable> {
  const { octokit, repository } = client
  const files = await askAll<File>(client, pagesOfFiles, page =>
    octokit.rest.pulls.listFiles({ ...repository, pull_number: number, ...page }),
  )
  if (files.kind !== 'answered') return refused(files, 'pull-requests: read')
  const entries = await fillGaps(files.data.entries, page =>
    ask(client, () => octokit.rest.pulls.listFiles({ ...repository, pull_number: number, page, per_page: smallPage })),
  )
  const isComplete = files.data.complete && entries.length < mostFiles
  return {
    kind: 'changed-lines',
    complete: isComplete,
    files: new Map(entries.map(file => [file.filename, changeOf(file)])),
  }
}

async function fillGaps(
  files: readonly File[],
  askPage: (page: number) => Promise<Asked<readonly File[]>>,
): Promise<readonly File[]> {
  const gaps = files.flatMap((file, index) => (isGap(file) ? [Math.floor(index / smallPage) + 1] : []))
  const filled = new Map<string, File>()
  for (const page of [...new Set(gaps)].slice(0, mostSmallPages)) {
    const answer = await askPage(page)
    if (answer.kind !== 'answered') break
    for (const file of answer.data) filled.set(file.filename, file)
  }
  return files.map(file => (isGap(file) ? (filled.get(file.filename) ?? file) : file))
}

/** No patch where there should be one. Of a file that was only renamed it cannot be told apart. */
function isGap(file: File): boolean {
  return file.patch === undefined && file.status !== 'removed' && file.status !== 'unchanged'
}

function changeOf(file: File): FileChange {
  if (file.status === 'removed') return { kind: 'removed' }
  const previousPath = file.previous_filename
  if (file.patch !== undefined) return { kind: 'lines', previousPath, ...readPatch(file.patch) }
  const isOnlyRenamed = file.status === 'renamed' && file.changes === 0
  if (isOnlyRenamed || file.status === 'unchanged') return { kind: 'lines', previousPath, changed: [], shown: [] }
  return { kind: 'unknown' }
}

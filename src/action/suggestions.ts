import type { PublishResult, PullRequestApi, Suggestion } from '../github/types.ts'
import { prose } from '../report/escape/markdown.ts'
import type { ReportFinding, ReportLocation } from '../report/schema.ts'
import type { ReadLine } from '../suggest/types.ts'
import type { HeadReport } from './head-lines.ts'
import { instanceOf } from './instance.ts'
import type { Shell } from './pull-request.ts'

/** Offers each fix that is one edit of one line of the change; gives the one sentence that says why that failed. */
export async function suggestEdits(
  shown: HeadReport,
  api: PullRequestApi,
  { shell, readLine }: { readonly shell: Shell; readonly readLine: ReadLine },
): Promise<string | undefined> {
  const { event } = shell.context
  if (event.kind !== 'pull-request' || shell.inputs.publish['suggestions'] === 'false') return undefined
  const suggestions = await suggestionsIn(shown, readLine)
  return noticeOf(await api.review({ key: instanceOf(shell).key, headSha: event.headSha, suggestions }))
}

/** The edits of a report on the lines of the head. `readLine` reads what was checked. */
export async function suggestionsIn(
  { checked, report }: HeadReport,
  readLine: ReadLine,
): Promise<readonly Suggestion[]> {
  const suggestions = new Map<string, Suggestion>()
  const pairs = checked.findings.flatMap((finding, at) => placesOf(finding, report.findings[at]))
  for (const pair of pairs) {
    const suggestion = await suggestionAt(pair, readLine)
    if (suggestion !== undefined) suggestions.set(`${suggestion.startLine} ${suggestion.path}`, suggestion)
  }
  return [...suggestions.values()]
}

interface Pair {
  readonly finding: ReportFinding
  /** As it was checked, and as the head has it. */
  readonly place: ReportLocation
  readonly head: ReportLocation
}

/** The place of the edit, then others that may set the same text. */
function placesOf(finding: ReportFinding, moved: ReportFinding | undefined): readonly Pair[] {
  if (finding.fix?.edit === undefined || !finding.counts || moved === undefined) return []
  const heads = [moved.location, ...moved.related]
  return [finding.location, ...finding.related].flatMap((place, at) => {
    const head = heads[at] ?? null
    return place === null || head === null ? [] : [{ finding, place, head }]
  })
}

async function suggestionAt({ finding, place, head }: Pair, readLine: ReadLine): Promise<Suggestion | undefined> {
  const edit = finding.fix?.edit
  if (edit === undefined || head.line === null || place.line !== place.endLine) return undefined
  const wanted = await textAt(edit.location, readLine)
  const found = await textAt(place, readLine)
  if (wanted === undefined || found?.text !== wanted.text) return undefined
  const replacement = `${found.before}${edit.text}${found.after}`
  // what can't be seen in a line would be accepted unseen
  if (/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(replacement.replaceAll('\t', ''))) return undefined
  return {
    path: head.file,
    startLine: head.line,
    endLine: head.line,
    original: found.before + found.text + found.after,
    replacement,
    body: `${prose(finding.message)} ${prose(finding.fix?.text ?? '')}`,
    finding: finding.key,
  }
}

interface Cut {
  readonly before: string
  readonly text: string
  readonly after: string
}

async function textAt({ file, line, column, endColumn }: ReportLocation, readLine: ReadLine): Promise<Cut | undefined> {
  const text = line === null ? undefined : await readLine(file, line)
  if (text === undefined || column === null || endColumn === null) return undefined
  return {
    before: text.slice(0, column - 1),
    text: text.slice(column - 1, endColumn - 1),
    after: text.slice(endColumn - 1),
  }
}

function noticeOf(result: PublishResult): string | undefined {
  switch (result.kind) {
    case 'written':
    case 'unchanged':
    case 'nothing':
      return undefined
    case 'forbidden':
      return `No suggestions: give the job the permission \`${result.permission}\`.`
    case 'failed':
      return `The suggestions could not be written: ${result.why}.`
  }
}

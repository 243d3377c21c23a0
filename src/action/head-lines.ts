import type { RunEvent } from '../github/event/event.ts'
import { readDiff, readPatches } from '../github/lines/diff.ts'
import { toHeadLine } from '../github/lines/line-map.ts'
import { holds } from '../github/lines/patch.ts'
import { moveLines } from '../report/move-lines.ts'
import type { Report, ReportLocation } from '../report/schema.ts'
import type { BaseWish, History } from '../world.ts'

/** A report as GitHub shows it: on the lines of the pull request's head. */
export interface HeadReport {
  readonly report: Report
  /** The same on the lines of the files that were checked. */
  readonly checked: Report
  /** Whether the change touches a line of the head; of a whole file, whether it touches the file. */
  readonly isChanged: (file: string, line: number | null) => boolean
}

// the longest list of words that every system takes is a matter of bytes
const mostFiles = 1000

/**
 * What was checked may be the merge of the change with its base, whose lines are not those of the change. Each place is
 * moved to the line that the head commit has; one that the head does not have is told by its file alone, and so is each
 * place where git can't say. Other events are about the commit that is checked out.
 */
export async function onHeadLines(
  report: Report,
  { event, base, git }: { readonly event: RunEvent; readonly base: BaseWish | undefined; readonly git: History },
): Promise<HeadReport> {
  const files = filesIn(report)
  if (event.kind !== 'pull-request' || files.length === 0) return { report, checked: report, isChanged: () => false }
  const toHead = files.length > mostFiles ? undefined : await git.diff(event.headSha, files)
  const move = mover(toHead)
  const touched = await touchedBy(base, files, git)
  const moved = moveLines(report, move)
  // two lists in the same order, before and after
  const after = placesIn(moved)
  const lines = placesIn(report).flatMap((place, at) => (touched.line(place) ? keyOf(after[at] ?? place) : []))
  const changed = new Set([...lines, ...files.filter(touched.file).map(file => keyOf({ file, line: null }))])
  return { report: moved, checked: report, isChanged: (file, line) => changed.has(keyOf({ file, line })) }
}

type Place = Pick<ReportLocation, 'file' | 'line'>

function keyOf({ file, line }: Place): string {
  return `${line} ${file}`
}

function placesIn({ findings }: Report): readonly Place[] {
  return findings.flatMap(({ location }) => location ?? [])
}

function filesIn(report: Report): readonly string[] {
  const related = report.findings.flatMap(finding => finding.related)
  const uses = report.uses.flatMap(({ location }) => location ?? [])
  return [...new Set([...placesIn(report), ...related, ...uses].map(({ file }) => file))]
}

function mover(toHead: string | undefined): (location: ReportLocation) => ReportLocation {
  if (toHead === undefined) return fileOf
  const maps = new Map([...readPatches(toHead)].map(([path, patch]) => [path, toHeadLine(patch)]))
  return location => {
    const map = maps.get(location.file)
    if (map === undefined || location.line === null) return location
    const line = map(location.line)
    const endLine = location.endLine === null ? null : map(location.endLine)
    return line === undefined || endLine === undefined ? fileOf(location) : { ...location, line, endLine }
  }
}

function fileOf(location: ReportLocation): ReportLocation {
  return { ...location, line: null, column: null, endLine: null, endColumn: null, confidence: 'file' }
}

interface Touched {
  readonly file: (path: string) => boolean
  readonly line: (place: Place) => boolean
}

async function touchedBy(wish: BaseWish | undefined, files: readonly string[], git: History): Promise<Touched> {
  const base = wish === undefined ? undefined : await git.base(wish)
  const diff = base?.kind === 'commit' && files.length <= mostFiles ? await git.diff(base.sha, files) : undefined
  const changes = readDiff(diff ?? '')
  return {
    file: path => changes.has(path),
    line: ({ file, line }) => {
      const change = changes.get(file)
      return change?.kind === 'lines' && line !== null && holds(change.changed, { start: line, end: line })
    },
  }
}

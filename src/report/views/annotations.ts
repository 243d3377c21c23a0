import { oneLine } from '../escape/terminal.ts'
import type { Report, ReportFinding, ReportLocation } from '../schema.ts'
import { counted } from '../words/quote.ts'

/** One annotation of a workflow run; columns only where the span lies on one line. */
export interface Annotation {
  readonly level: 'error' | 'warning'
  readonly file?: string | undefined
  readonly line?: number | undefined
  readonly endLine?: number | undefined
  readonly column?: number | undefined
  readonly endColumn?: number | undefined
  readonly title: string
  /** Plain text, may have several lines. */
  readonly message: string
}

export interface AnnotationOptions {
  /** True for lines that the change touches; they go first. Of null: whether it touches the file, which goes next. */
  readonly isChanged?: ((file: string, line: number | null) => boolean) | undefined
}

// GitHub shows ten of each level and step; the tenth error is kept for the Action's own last word
const mostErrors = 9
const mostWarnings = 10
const mostCharacters = 4096
const mostTitle = 250

/** The worst findings as annotations, one for each level and source line; the last says how many more there are. */
export function annotations(
  report: Pick<Report, 'findings'> & Partial<Pick<Report, 'notes'>>,
  { isChanged }: AnnotationOptions = {},
): readonly Annotation[] {
  const counting = report.findings.filter(
    ({ counts, severity }) => counts && (severity === 'error' || severity === 'warning'),
  )
  const rank = ({ location }: ReportFinding): number => {
    if (location === null || isChanged === undefined) return 2
    if (isChanged(location.file, location.line)) return 0
    return isChanged(location.file, null) ? 1 : 2
  }
  const sorted = counting.toSorted((a, b) => rank(a) - rank(b))
  const warnings = sorted.filter(({ severity }) => severity === 'warning')
  return [
    ...limited(atLines(sorted.filter(({ severity }) => severity === 'error')), mostErrors),
    ...limited([...noteAnnotations(report), ...atLines(warnings)], mostWarnings),
  ]
}

function noteAnnotations({ notes = [] }: Partial<Pick<Report, 'notes'>>): readonly Annotation[] {
  return notes
    .filter(({ severity }) => severity === 'warning')
    .map(({ code, message, location }) => ({
      level: 'warning',
      ...position(location),
      title: `will-it-pull: ${code}`,
      message: oneLine(message),
    }))
}

function atLines(findings: readonly ReportFinding[]): readonly Annotation[] {
  const lines = Map.groupBy(findings, ({ location, key }) =>
    location === null ? key : `${location.line} ${location.file}`,
  )
  return [...lines.values()].flatMap(same => {
    const [first] = same
    return first === undefined ? [] : [annotation(first, same)]
  })
}

function annotation(first: ReportFinding, same: readonly ReportFinding[]): Annotation {
  const texts = [...new Set(same.map(finding => findingText(finding)))]
  const others = texts.length > 1 ? ` and ${texts.length - 1} more` : ''
  return {
    level: first.severity === 'error' ? 'error' : 'warning',
    ...position(first.location),
    title: `will-it-pull: ${first.code}${others}`.slice(0, mostTitle),
    message: shortened(texts.join('\n\n'), mostCharacters),
  }
}

function findingText({ message, cause, fix }: ReportFinding): string {
  const lines = [
    oneLine(message),
    `Why: ${oneLine(cause)}`,
    ...(fix === null ? [] : [`Fix: ${oneLine(fix.text)}`, ...fix.commands.map(oneLine)]),
  ]
  return lines.join('\n')
}

// the runner drops columns of spans over several lines, and both lines where the end is before the start
function position(location: ReportLocation | null): Partial<Annotation> {
  // a log that shows such a path acts on it
  if (location === null || oneLine(location.file) !== location.file) return {}
  const { file, line, column, endLine, endColumn } = location
  if (line === null) return { file }
  const last = endLine !== null && endLine > line ? endLine : line
  const lines = { file, line, endLine: last }
  if (last !== line || column === null) return lines
  return endColumn !== null && endColumn > column ? { ...lines, column, endColumn } : { ...lines, column }
}

function limited(all: readonly Annotation[], most: number): readonly Annotation[] {
  const shown = all.slice(0, most)
  const last = shown.pop()
  const left = all.length - most
  if (last === undefined || left <= 0) return all
  const more = `\n\n${counted(left, 'more place')} of this kind in the job summary.`
  return [...shown, { ...last, message: `${shortened(last.message, mostCharacters - more.length)}${more}` }]
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`
}

import { safeLines } from '../../escape/terminal.ts'
import type { Report } from '../../schema.ts'
import { sectionsOf } from '../../sections.ts'
import type { Sections } from '../../sections.ts'
import { assumptionLines, notCheckedLines, settledLines, summaryLines } from './closing.ts'
import { findingLines } from './finding-lines.ts'
import { firstNoteLines, noteLines } from './note-lines.ts'
import type { Palette } from './palette.ts'
import { wrap } from './wrap.ts'

export interface TextOptions {
  readonly palette: Palette
  /** `quiet`: only what is broken or could not be told; `verbose`: evidence and assumptions too. */
  readonly detail: 'quiet' | 'normal' | 'verbose'
  /** Columns of the terminal; absent: lines are not broken. */
  readonly width?: number | undefined
}

type Part = readonly [title: string, section: keyof Sections, mark: 'error' | 'warning' | 'faint']

const loud: readonly Part[] = [
  ['Broken', 'broken', 'error'],
  ['Could not tell', 'untold', 'warning'],
]
const everything: readonly Part[] = [
  ...loud,
  ['Worth a look', 'advice', 'faint'],
  ['Not checked', 'notChecked', 'warning'],
]

/** The report for a terminal; ends with the verdict, so that it is what stays in sight. */
export function textReport(report: Report, options: TextOptions): string {
  const sections = sectionsOf(report)
  const parts = options.detail === 'quiet' ? loud : everything
  const lines = [
    ...firstNoteLines(report, options.palette),
    ...parts.flatMap(part => sectionLines(report, { part, sections, options })),
    ...(options.detail === 'quiet'
      ? []
      : [
          ...notCheckedLines(report, sections),
          ...settledLines(sections, options.palette),
          ...noteLines(report, options.palette),
        ]),
    ...(options.detail === 'verbose' ? assumptionLines(report) : []),
    ...summaryLines(report, options.palette),
  ]
  return safeLines(`${lines.flatMap(line => fitted(line, options.width)).join('\n')}\n`)
}

interface SectionCall {
  readonly part: Part
  readonly sections: Sections
  readonly options: TextOptions
}

function sectionLines(report: Report, { part, sections, options }: SectionCall): readonly string[] {
  const [title, section, mark] = part
  const findings = sections[section]
  if (findings.length === 0) return []
  const body = findingLines(findings, { report, mark, palette: options.palette, verbose: options.detail === 'verbose' })
  return [options.palette.strong(title), '', ...body]
}

function fitted(line: string, width: number | undefined): readonly string[] {
  if (width === undefined || width < 40 || line.includes(' $ ')) return [line]
  const [, indent = ''] = /^(\s*(?:why {2,}|fix {2,}|used by {2,}|kubelet {2,})?)/.exec(line) ?? []
  return wrap(line, width, ' '.repeat(indent.length))
}

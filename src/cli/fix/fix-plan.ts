import type { Report, ReportFinding } from '../../report/schema.ts'
import type { LineEdit } from '../../suggest/apply-edit.ts'

/** An edit that mends findings, with the uses that it is for. */
export interface PlannedEdit extends LineEdit {
  readonly file: string
  /** Ids of the uses whose image it changes. */
  readonly uses: readonly string[]
}

/** The edits that the findings of a report come with, each once; of two that disagree the first, of the worse finding. */
export function plannedEdits({ findings }: Pick<Report, 'findings'>): readonly PlannedEdit[] {
  const planned = new Map<string, PlannedEdit>()
  for (const edit of findings.flatMap(editsOf)) {
    const key = JSON.stringify([edit.file, edit.line, edit.column, edit.endColumn])
    const known = planned.get(key)
    if (known?.text === edit.text) planned.set(key, { ...known, uses: [...known.uses, ...edit.uses] })
    else if (![...planned.values()].some(other => overlaps(other, edit))) planned.set(key, edit)
  }
  return [...planned.values()]
}

function overlaps(a: PlannedEdit, b: PlannedEdit): boolean {
  return a.file === b.file && a.line === b.line && a.column < b.endColumn && b.column < a.endColumn
}

function editsOf({ fix, ignored, uses: all }: ReportFinding): readonly PlannedEdit[] {
  const { edit, edits = edit === undefined ? [] : [edit] } = fix ?? {}
  return ignored === null ? edits.flatMap(own => plannedEdit(own, all)) : []
}

function plannedEdit(
  { location, replaces, text, uses = [] }: NonNullable<NonNullable<ReportFinding['fix']>['edit']>,
  all: readonly string[],
): readonly PlannedEdit[] {
  const { file, line, column, endLine, endColumn, confidence } = location
  if (confidence !== 'exact' || line === null || column === null || endColumn === null || endLine !== line) return []
  return [{ file, line, column, endColumn, replaces, text, uses: uses.length === 0 ? all : uses }]
}

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
  for (const finding of findings) {
    const edit = editOf(finding)
    if (edit === undefined) continue
    const key = JSON.stringify([edit.file, edit.line])
    const known = planned.get(key)
    const isSame = known?.column === edit.column && known.endColumn === edit.endColumn && known.text === edit.text
    if (known === undefined) planned.set(key, edit)
    else if (isSame) planned.set(key, { ...known, uses: [...known.uses, ...edit.uses] })
  }
  return [...planned.values()]
}

function editOf({ fix, ignored, uses }: ReportFinding): PlannedEdit | undefined {
  if (fix?.edit === undefined || ignored !== null) return undefined
  const { file, line, column, endLine, endColumn, confidence } = fix.edit.location
  if (confidence !== 'exact' || line === null || column === null || endColumn === null) return undefined
  return endLine === line ? { file, line, column, endColumn, text: fix.edit.text, uses } : undefined
}

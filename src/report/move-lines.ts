import type { Report, ReportFinding, ReportLocation } from './schema.ts'

/** The report with other lines, as another state of the same files has them. */
export function moveLines(report: Report, move: (location: ReportLocation) => ReportLocation): Report {
  const moved = (location: ReportLocation | null): ReportLocation | null => location && move(location)
  const ofFinding = (finding: ReportFinding): ReportFinding => {
    const { location, related, fix } = finding
    // an edit without its place is none
    const isThere = (edit: ReportEdit): boolean => move(edit.location).line !== null
    const edit = fix?.edit && isThere(fix.edit) ? moveEdit(fix.edit, move) : undefined
    const edits = fix?.edits?.filter(isThere).map(own => moveEdit(own, move))
    return {
      ...finding,
      location: moved(location),
      related: related.map(move),
      fix: fix && { ...fix, edit, edits },
    }
  }
  return {
    ...report,
    notes: report.notes.map(note => ({ ...note, location: moved(note.location) })),
    uses: report.uses.map(use => ({ ...use, location: moved(use.location) })),
    findings: report.findings.map(ofFinding),
  }
}

type ReportEdit = NonNullable<NonNullable<ReportFinding['fix']>['edit']>

function moveEdit(edit: ReportEdit, move: (location: ReportLocation) => ReportLocation): ReportEdit {
  return { ...edit, location: move(edit.location) }
}

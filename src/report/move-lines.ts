import type { Report, ReportFinding, ReportLocation } from './schema.ts'

/** The report with other lines, as another state of the same files has them. */
export function moveLines(report: Report, move: (location: ReportLocation) => ReportLocation): Report {
  const moved = (location: ReportLocation | null): ReportLocation | null => location && move(location)
  const ofFinding = (finding: ReportFinding): ReportFinding => {
    const { location, related, fix } = finding
    const edit = fix?.edit
    return {
      ...finding,
      location: moved(location),
      related: related.map(move),
      // an edit without its place is none
      fix: fix && { ...fix, edit: edit && move(edit.location).line !== null ? moveEdit(edit, move) : undefined },
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

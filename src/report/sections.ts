import { acrossEnvironments } from './across-environments.ts'
import type { Report, ReportFinding } from './schema.ts'

/** The findings by what they mean to a reader; each stands in one section only and once, in the report's order. */
export interface Sections {
  /** Errors that count. */
  readonly broken: readonly ReportFinding[]
  /** What could not be told. */
  readonly untold: readonly ReportFinding[]
  /** Warnings and notices. */
  readonly advice: readonly ReportFinding[]
  readonly notChecked: readonly ReportFinding[]
  /** There before this change. */
  readonly old: readonly ReportFinding[]
  readonly ignored: readonly ReportFinding[]
}

/** Sorts the findings into the sections of text and Markdown. */
export function sectionsOf({ findings }: Pick<Report, 'findings'>): Sections {
  const groups = Map.groupBy(findings, sectionOf)
  const of = (section: keyof Sections): readonly ReportFinding[] => acrossEnvironments(groups.get(section) ?? [])
  return {
    broken: of('broken'),
    untold: of('untold'),
    advice: of('advice'),
    notChecked: of('notChecked'),
    old: of('old'),
    ignored: of('ignored'),
  }
}

function sectionOf({ counts, ignored, severity, verdict, image }: ReportFinding): keyof Sections | 'off' {
  if (ignored !== null) return 'ignored'
  if (severity === 'off') return 'off'
  if (!counts) return 'old'
  if (severity === 'error') return 'broken'
  // a note about a secret has the verdict of its use, which a finding of its own explains
  if (verdict === 'unknown' && image !== null) return 'untold'
  return verdict === 'not-checked' ? 'notChecked' : 'advice'
}

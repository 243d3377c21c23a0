import { uncheckedStrings } from '../judge/unchecked/image-like-strings.ts'
import { reportFindings } from './findings.ts'
import { headline } from './headline.ts'
import { reportNotes } from './notes.ts'
import { reportImages } from './images.ts'
import { runVerdict } from './outcome.ts'
import type { Report, ReportImage } from './schema.ts'
import { reportSource, untouchedSource } from './sources.ts'
import type { ReportParts } from './types.ts'
import { reportUses } from './uses.ts'

/** The report of a run: everything in words and in order, with the verdict that follows from it. */
export function buildReport(parts: ReportParts): Report {
  const sources = parts.rendered.map(rendered => reportSource(rendered, parts))
  const uses = [...reportUses(parts)]
  const images = [...reportImages(parts, uses)]
  const findings = [...reportFindings(parts)]
  const summary = summarize(parts, images)
  const tally = { summary, sources, uses, findings }
  const verdict = runVerdict(tally, parts)
  return {
    schemaVersion: 1,
    tool: { name: 'will-it-pull', version: parts.version },
    verdict,
    headline: headline(verdict, tally, parts),
    summary,
    base: reportBase(parts.comparison),
    ...reportScope(parts),
    sources,
    images,
    uses,
    findings,
    notes: [...reportNotes(parts)],
  }
}

function reportScope({ untouched = [] }: ReportParts): Pick<Report, 'untouched'> {
  return untouched.length === 0 ? {} : { untouched: untouched.map(source => untouchedSource(source)) }
}

function reportBase(comparison: ReportParts['comparison']): Report['base'] {
  if (comparison === undefined || comparison.kind === 'none') return null
  return comparison.kind === 'base' ? { commit: comparison.commit, why: null } : { commit: null, why: comparison.why }
}

function summarize(parts: ReportParts, images: readonly ReportImage[]): Report['summary'] {
  const { pullQuota } = parts.usage
  const count = (verdict: ReportImage['verdict']): number => images.filter(image => image.verdict === verdict).length
  return {
    sources: parts.rendered.length,
    documents: [...parts.inventory.documents.values()].reduce((sum, documents) => sum + documents, 0),
    uses: parts.inventory.uses.length,
    images: images.length,
    pullable: count('pullable'),
    unpullable: count('unpullable'),
    unknown: count('unknown'),
    notChecked: count('not-checked'),
    ...coverageCounts(parts),
    requests: parts.usage.requests,
    ...(pullQuota && { pullQuota: { ...pullQuota } }),
    durationMs: parts.durationMs,
  }
}

/** What was seen and not looked at. */
function coverageCounts({ rendered, inventory }: ReportParts) {
  const failed = rendered.filter(({ kind }) => kind === 'failed').length
  const skipped = rendered.filter(({ kind }) => kind === 'skipped').length
  const unreadableFiles = rendered.flatMap(source => (source.kind === 'rendered' ? source.unreadable : []))
  return {
    failedSources: failed,
    skippedSources: skipped,
    unreadableDocuments: unreadableFiles.length + (inventory.unreadable?.length ?? 0),
    imageLikeStrings: uncheckedStrings(inventory).length,
  }
}

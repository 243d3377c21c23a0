import { layers } from '../judge/types.ts'
import type { ReportFinding } from './schema.ts'

const severities: Readonly<Record<ReportFinding['severity'], number>> = { error: 0, warning: 1, notice: 2, off: 3 }
const layerRank = new Map(layers.map((layer, index) => [layer, index]))

/** Errors first, then the triage order, then file and line; equal ones keep their order. */
export function compareFindings(a: ReportFinding, b: ReportFinding): number {
  return (
    severities[a.severity] - severities[b.severity] ||
    (layerRank.get(a.layer) ?? 0) - (layerRank.get(b.layer) ?? 0) ||
    compareText(a.location?.file ?? '', b.location?.file ?? '') ||
    (a.location?.line ?? 0) - (b.location?.line ?? 0)
  )
}

// by code unit, the same on every machine
function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

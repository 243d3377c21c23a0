import type { Report, ReportUse } from '../../report/schema.ts'
import type { PlannedEdit } from './fix-plan.ts'

/**
 * The edits after which every image that they are for was seen to be pullable; none of those of a source in which another
 * image broke.
 */
export function provenEdits(edits: readonly PlannedEdit[], before: Report, after: Report): readonly PlannedEdit[] {
  const then = new Map(before.uses.map(use => [use.id, use]))
  const now = new Map(after.uses.map(use => [keyOf(use), use]))
  const worse = new Set(brokenBy(before, after).map(({ source }) => source))
  const isMended = (id: string): boolean => {
    const use = then.get(id)
    const mended = use && now.get(keyOf(use))
    return mended?.verdict === 'pullable' && mended.image !== use?.image && !worse.has(mended.source)
  }
  return edits.filter(({ uses }) => uses.length > 0 && uses.every(isMended))
}

/** Images that could be pulled before, and can't now. */
export function brokenBy(before: Report, after: Report): readonly ReportUse[] {
  const now = new Map(after.uses.map(use => [keyOf(use), use]))
  return before.uses.filter(use => use.verdict === 'pullable' && now.get(keyOf(use))?.verdict !== 'pullable')
}

/** Where an image is used, whichever it is. */
function keyOf({ source, environment, workload, field }: ReportUse): string {
  return JSON.stringify([source, environment, workload.kind, workload.namespace, workload.name, field])
}

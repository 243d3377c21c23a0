import { useText } from './places.ts'
import type { Report, ReportFinding } from './schema.ts'

type RenderedFrom = (finding: ReportFinding) => readonly string[]

/**
 * The sources of a finding, where its words alone do not tell them: the same container has the same image elsewhere too
 * (with another set of values, in another overlay), and there it is not so.
 */
export function renderedFrom({ uses, sources }: Report): RenderedFrom {
  const labels = new Map(sources.map(({ id, label }) => [id, label]))
  const known = new Map(uses.map(use => [use.id, { source: use.source, key: `${use.image} ${useText(use, true)}` }]))
  const byKey = (ids: Iterable<string>) => Map.groupBy(ids, id => known.get(id)?.key)
  const alike = byKey(known.keys())
  return finding => {
    const own = byKey(new Set(finding.uses))
    const isTold = [...own].every(([key, ids]) => ids.length === (alike.get(key)?.length ?? ids.length))
    const found = finding.uses.flatMap(id => known.get(id)?.source ?? []).map(source => labels.get(source) ?? source)
    return isTold ? [] : [...new Set(found)]
  }
}

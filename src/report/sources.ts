import type { Rendered } from '../render/types.ts'
import type { ReportSource } from './schema.ts'
import { quoted } from './words/quote.ts'
import { renderFailure, skipped } from './words/unread.ts'

/** What became of each source. */
export function reportSource(rendered: Rendered, documents: ReadonlyMap<string, number>): ReportSource {
  const { source } = rendered
  const { reason, error } = failure(rendered)
  return {
    id: source.id,
    kind: source.kind === 'unresolved' ? source.of : source.kind,
    path: source.path,
    label: source.label,
    renderer: rendered.kind === 'skipped' ? null : (rendered.renderer ?? null),
    status: rendered.kind,
    documents: documents.get(source.id) ?? 0,
    error,
    reason,
  }
}

function failure(rendered: Rendered): Pick<ReportSource, 'reason' | 'error'> {
  switch (rendered.kind) {
    case 'rendered':
      return { reason: null, error: null }
    case 'failed': {
      const { why, detail } = rendered.failure
      return { reason: why, error: renderFailure(why, detail).cause }
    }
    case 'skipped': {
      const { source } = rendered
      if (source.kind !== 'unresolved') return { reason: 'no-program', error: skipped['no-program']?.cause ?? '' }
      return { reason: source.why, error: `${skipped[source.why]?.cause ?? ''}${quoted('In question', source.detail)}` }
    }
  }
}

import type { Source } from '../discover/types.ts'
import type { Rendered } from '../render/types.ts'
import type { Report, ReportSource } from './schema.ts'
import type { ReportParts } from './types.ts'
import { interrupted } from './words/interrupted.ts'
import { quoted } from './words/quote.ts'
import { renderFailure, skipped } from './words/unread.ts'

/** What became of each source. */
export function reportSource(
  rendered: Rendered,
  { inventory, isInterrupted }: Pick<ReportParts, 'inventory' | 'isInterrupted'>,
): ReportSource {
  const { source } = rendered
  const { reason, error } = failure(rendered, isInterrupted)
  return {
    id: source.id,
    kind: kindOf(source),
    path: source.path,
    label: source.label,
    renderer: rendered.kind === 'skipped' ? null : (rendered.renderer ?? null),
    status: rendered.kind,
    documents: inventory.documents.get(source.id) ?? 0,
    error,
    reason,
  }
}

/** A source that was left alone. */
export function untouchedSource(source: Source): NonNullable<Report['untouched']>[number] {
  const { id, path, label } = source
  return { id, kind: kindOf(source), path, label }
}

function kindOf(source: Source): ReportSource['kind'] {
  return source.kind === 'unresolved' ? source.of : source.kind
}

function failure(rendered: Rendered, isInterrupted = false): Pick<ReportSource, 'reason' | 'error'> {
  switch (rendered.kind) {
    case 'rendered':
      return { reason: null, error: null }
    case 'failed': {
      const { why, detail } = rendered.failure
      const told = isInterrupted ? interrupted({ reason: why, detail }) : { reason: why, detail }
      return { reason: told.reason, error: renderFailure(told.reason, told.detail).cause }
    }
    case 'skipped': {
      const { source } = rendered
      if (source.kind !== 'unresolved') return { reason: 'no-program', error: skipped['no-program']?.cause ?? '' }
      return { reason: source.why, error: `${skipped[source.why]?.cause ?? ''}${quoted('In question', source.detail)}` }
    }
  }
}

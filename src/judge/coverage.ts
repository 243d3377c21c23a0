import type { PathProblem } from '../discover/types.ts'
import type { Inventory } from '../extract/types.ts'
import type { Rendered } from '../render/types.ts'
import type { Draft } from './draft.ts'
import type { Finding } from './types.ts'

/** A draft that stands at a place of its own, not at a use. */
export interface PlacedDraft extends Draft {
  readonly place?: Finding['place']
}

/** What was not looked at, and why: failed and unresolved sources, unreadable documents, nothing found at all. */
export function coverage(
  rendered: readonly Rendered[],
  inventory: Inventory,
  problems: readonly PathProblem[],
): readonly PlacedDraft[] {
  const drafts = [
    ...rendered.flatMap(ofSource),
    ...inventory.unreadable.map(unreadableDocument),
    ...problems.map(missedPath),
  ]
  const isEmpty = inventory.uses.length === 0 && rendered.some(({ kind }) => kind === 'rendered')
  return isEmpty
    ? [
        ...drafts,
        {
          code: 'no-images-found',
          verdict: 'not-checked',
          ofImage: false,
          args: { count: rendered.length },
        },
      ]
    : drafts
}

function ofSource(rendered: Rendered): readonly PlacedDraft[] {
  const { source } = rendered
  const base = { verdict: 'not-checked', ofImage: false } as const
  switch (rendered.kind) {
    case 'failed': {
      const { why, detail, file, line } = rendered.failure
      const place = { file: file ?? source.path, line }
      return [
        {
          ...base,
          code: 'render-failed',
          args: { path: source.label, reason: why, detail },
          place,
        },
      ]
    }
    case 'skipped': {
      const [reason, detail] = source.kind === 'unresolved' ? [source.why, source.detail] : ['no-program', '']
      return [
        {
          ...base,
          code: 'unresolved-source',
          args: { path: source.label, reason, detail },
          place: { file: source.path },
        },
      ]
    }
    case 'rendered':
      return rendered.unreadable.map(({ file, why }) => ({
        ...base,
        code: 'unreadable-document',
        args: { path: file, reason: why },
        place: { file },
      }))
  }
}

function unreadableDocument({ file, line, column, detail, source }: Inventory['unreadable'][number]): PlacedDraft {
  return {
    code: 'unreadable-document',
    verdict: 'not-checked',
    ofImage: false,
    args: { path: file ?? source, reason: 'syntax', detail },
    place: file === undefined ? undefined : { file, line, column },
  }
}

function missedPath({ path, why }: PathProblem): PlacedDraft {
  return {
    code: 'unresolved-source',
    verdict: 'not-checked',
    ofImage: false,
    args: { path, reason: why },
    place: undefined,
  }
}

import type { PathProblem } from '../discover/types.ts'
import type { Inventory } from '../extract/types.ts'
import type { FailedSource, Rendered, SkippedSource } from '../render/types.ts'
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
  // what could not be read may hold the images, and is what to mend first
  const isWhole = inventory.unreadable.length === 0 && rendered.some(({ kind }) => kind === 'rendered')
  const isEmpty = inventory.uses.length === 0 && isWhole
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

const base = { verdict: 'not-checked', ofImage: false } as const

function ofSource(rendered: Rendered): readonly PlacedDraft[] {
  switch (rendered.kind) {
    case 'failed':
      return [failedSource(rendered)]
    case 'skipped':
      return [skippedSource(rendered)]
    case 'rendered':
      return rendered.unreadable.map(({ file, why }) => ({
        ...base,
        code: 'unreadable-document',
        args: { path: file, reason: why },
        place: { file },
      }))
  }
}

function failedSource({ source, failure }: FailedSource): PlacedDraft {
  const { why, detail, file, line } = failure
  const args = { path: source.label, reason: why, detail }
  return { ...base, code: 'render-failed', args, place: { file: file ?? source.path, line } }
}

function skippedSource({ source }: SkippedSource): PlacedDraft {
  const [reason, detail] = source.kind === 'unresolved' ? [source.why, source.detail] : ['no-program', '']
  const args = { path: source.label, reason, detail }
  return { ...base, code: 'unresolved-source', args, place: { file: source.path } }
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

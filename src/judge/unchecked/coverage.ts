import type { PathProblem, Source } from '../../discover/types.ts'
import type { Inventory } from '../../extract/types.ts'
import type { FailedSource, Rendered, SkippedSource } from '../../render/types.ts'
import { imageLikeStrings } from './image-like-strings.ts'
import type { PlacedDraft } from '../placed-draft.ts'
import { placeOf } from '../placed-draft.ts'

/** What was not looked at, and why: failed and unresolved sources, unreadable documents, nothing found at all. */
export function coverage(
  rendered: readonly Rendered[],
  inventory: Inventory,
  problems: readonly PathProblem[],
): readonly PlacedDraft[] {
  const charts = renderedCharts(rendered)
  const drafts = [
    ...rendered.flatMap(source => ofSource(source, charts)),
    ...rendered.flatMap(gapsOf),
    ...variableImages(inventory, rendered),
    ...imageLikeStrings(inventory, rendered),
    ...inventory.unreadable.map(document => unreadableDocument(document, rendered)),
    ...problems.map(missedPath),
  ]
  return isEmpty(rendered, inventory) ? [...drafts, nothingFound(rendered.length)] : drafts
}

/** What could not be read may hold the images, and is what to mend first. */
function isEmpty(rendered: readonly Rendered[], { unreadable, uses, variableImages = [] }: Inventory): boolean {
  if (uses.length + unreadable.length + variableImages.length > 0) return false
  return rendered.some(({ kind }) => kind === 'rendered')
}

function nothingFound(count: number): PlacedDraft {
  return { ...base, code: 'no-images-found', args: { count } }
}

/** Parts of what is delivered that can't be known here. */
function gapsOf({ source }: Rendered): readonly PlacedDraft[] {
  if (!('gaps' in source)) return []
  return source.gaps.map(({ why, detail }) => ({
    ...base,
    code: 'unresolved-source',
    args: { path: source.label, reason: why, detail },
    place: placeOf(source),
  }))
}

function variableImages(
  { variableImages: images = [] }: Inventory,
  rendered: readonly Rendered[],
): readonly PlacedDraft[] {
  const sources = new Map(rendered.map(({ source }) => [source.id, source]))
  return images.flatMap(({ source: id, image }) => {
    const source = sources.get(id)
    if (source === undefined) return []
    const args = { path: source.label, reason: 'variables-elsewhere', detail: image }
    return [{ ...base, code: 'unresolved-source', args, place: placeOf(source) }]
  })
}

const base = { verdict: 'not-checked', ofImage: false } as const

/** Paths of the charts that render with one set of values at least. */
function renderedCharts(rendered: readonly Rendered[]): ReadonlySet<string> {
  return new Set(
    rendered.flatMap(({ kind, source }) => {
      const { kind: by, path } = 'inner' in source ? source.inner : source
      return kind === 'rendered' && by === 'helm' ? path : []
    }),
  )
}

function ofSource(rendered: Rendered, charts: ReadonlySet<string>): readonly PlacedDraft[] {
  switch (rendered.kind) {
    case 'failed':
      return [failedSource(rendered, charts)]
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

function failedSource({ source, failure }: FailedSource, charts: ReadonlySet<string>): PlacedDraft {
  const { why, detail, file, line } = failure
  const args = { path: source.label, reason: why, detail }
  const severity = isOneOfSeveral(source, charts) ? 'warning' : undefined
  return {
    ...base,
    code: 'render-failed',
    args,
    severity,
    place: file === undefined ? placeOf(source) : { file, line },
  }
}

/**
 * A chart that wants more values than its own (`required`) renders with another of its sets; and what only looks like a
 * set of values may be a part of one.
 */
function isOneOfSeveral(source: Source, charts: ReadonlySet<string>): boolean {
  if (source.kind !== 'helm') return false
  return source.byConvention === true || (source.options.values.length === 0 && charts.has(source.path))
}

function skippedSource({ source }: SkippedSource): PlacedDraft {
  const [reason, detail] = source.kind === 'unresolved' ? [source.why, source.detail] : ['no-program', '']
  const args = { path: source.label, reason, detail }
  return { ...base, code: 'unresolved-source', args, place: placeOf(source) }
}

function unreadableDocument(
  { line, column, detail, source: id, why, ...at }: Inventory['unreadable'][number],
  rendered: readonly Rendered[],
): PlacedDraft {
  const source = rendered.map(each => each.source).find(each => each.id === id)
  const file = at.file ?? (id === standardInput ? '-' : undefined)
  const isFilled = source !== undefined && 'substitution' in source && source.substitution !== undefined
  return {
    ...base,
    code: 'unreadable-document',
    args: { path: file ?? source?.label ?? id, reason: why ?? (isFilled ? 'variables' : 'syntax'), detail },
    place: file === undefined ? source && placeOf(source) : { file, line, column },
  }
}

const standardInput = 'manifests:-'

function missedPath({ path, why }: PathProblem): PlacedDraft {
  return {
    code: 'unresolved-source',
    verdict: 'not-checked',
    ofImage: false,
    args: { path, reason: why },
    place: undefined,
  }
}

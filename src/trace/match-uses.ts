import type { ResourceTable } from '../extract/custom-resources/table.ts'
import { extract } from '../extract/extract.ts'
import { parseDocument } from '../extract/document/parse-document.ts'
import type { Use } from '../extract/types.ts'
import { textOf, valueAt } from '../extract/document/untyped.ts'
import type { Document, RenderedSource } from '../render/types.ts'

/**
 * Finds what the image of each use became in another render of the same source: by position where both have the same
 * shape, since marks can rename things and test pods have random names; else by the workload and field. Texts that only
 * look like images are found where they stood.
 */
export function imagesAfter(
  before: readonly Use[],
  rendered: RenderedSource,
  resources?: ResourceTable,
): ReadonlyMap<Use, string> {
  const known = before.filter(({ role }) => role !== 'heuristic')
  const texts = before.filter(({ role }) => role === 'heuristic')
  return new Map([...matched(known, extract([rendered], resources).uses), ...textsThere(texts, rendered.documents)])
}

type Pairs = readonly (readonly [Use, string])[]

function matched(before: readonly Use[], after: readonly Use[]): Pairs {
  const hasSameShape = before.length === after.length && before.every((use, index) => isAlike(use, after[index]))
  if (hasSameShape) return paired(before, (_, index) => after[index]?.image)
  const byKey = Map.groupBy(after, use => use.workloadKey)
  const ownKeys = Map.groupBy(before, use => use.workloadKey)
  return paired(before, ({ workloadKey }) => {
    const found = byKey.get(workloadKey) ?? []
    return found.length === 1 && ownKeys.get(workloadKey)?.length === 1 ? found[0]?.image : undefined
  })
}

function isAlike(use: Use, other: Use | undefined): boolean {
  return other !== undefined && use.field === other.field && use.workload.kind === other.workload.kind
}

function textsThere(uses: readonly Use[], documents: readonly Document[]): Pairs {
  return paired(uses, use => {
    const there = documents.find(({ origin }) => origin.index === use.document.origin.index)
    const [before, after] = [use.document, there].map(document => document && textAt(document, use))
    // an argument may hold more than the image
    const at = before?.indexOf(use.image) ?? -1
    if (before === undefined || after === undefined || at === -1) return undefined
    const [start, end] = [before.slice(0, at), before.slice(at + use.image.length)]
    const isSame = after.length >= before.length && after.startsWith(start) && after.endsWith(end)
    return isSame ? after.slice(start.length, after.length - end.length) : undefined
  })
}

function textAt({ text }: Document, { path }: Use): string | undefined {
  const parsed = parseDocument(text)
  return parsed.kind === 'parsed' ? textOf(valueAt(parsed.roots[0], ...path)) : undefined
}

function paired(uses: readonly Use[], find: (use: Use, index: number) => string | undefined): Pairs {
  return uses.flatMap((use, index) => {
    const found = find(use, index)
    return found === undefined ? [] : [[use, found] as const]
  })
}

import type { Use } from '../extract/types.ts'

/**
 * Finds for each use of one render the same use of another render of the same chart: by position where both have the same
 * shape, since marks can rename things and test pods have random names; else by the workload and field.
 */
export function matchUses(before: readonly Use[], after: readonly Use[]): ReadonlyMap<Use, Use> {
  const hasSameShape = before.length === after.length && before.every((use, index) => isAlike(use, after[index]))
  if (hasSameShape) return paired(before, (_, index) => after[index])
  const byKey = Map.groupBy(after, use => use.workloadKey)
  const ownKeys = Map.groupBy(before, use => use.workloadKey)
  return paired(before, ({ workloadKey }) => {
    const found = byKey.get(workloadKey) ?? []
    return found.length === 1 && ownKeys.get(workloadKey)?.length === 1 ? found[0] : undefined
  })
}

function isAlike(use: Use, other: Use | undefined): boolean {
  return other !== undefined && use.field === other.field && use.workload.kind === other.workload.kind
}

function paired(uses: readonly Use[], find: (use: Use, index: number) => Use | undefined): ReadonlyMap<Use, Use> {
  const pairs = uses.flatMap((use, index) => {
    const found = find(use, index)
    return found === undefined ? [] : [[use, found] as const]
  })
  return new Map(pairs)
}

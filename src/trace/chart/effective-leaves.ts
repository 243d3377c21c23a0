import type { FieldPath } from '../../extract/types.ts'
import type { ValueLeaf } from '../value-leaf.ts'

/** The leaves that count where several layers set values, given lowest first: maps are merged, lists are replaced. */
export function effectiveLeaves(leaves: readonly ValueLeaf[]): readonly ValueLeaf[] {
  const listOwners = new Map<string, ValueLeaf['layer']>()
  for (const { path, layer } of leaves) {
    const list = listPathOf(path)
    if (list !== undefined) listOwners.set(JSON.stringify(list), layer)
  }
  const isAlive = ({ path, layer }: ValueLeaf): boolean => {
    const list = listPathOf(path)
    return list === undefined || listOwners.get(JSON.stringify(list)) === layer
  }
  return [...new Map(leaves.filter(isAlive).map(leaf => [JSON.stringify(leaf.path), leaf])).values()]
}

/** Path of the outermost list on the way to a leaf. */
export function listPathOf(path: FieldPath): FieldPath | undefined {
  const at = path.findIndex(step => typeof step === 'number')
  return at === -1 ? undefined : path.slice(0, at)
}

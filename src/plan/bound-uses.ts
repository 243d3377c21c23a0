import type { UnresolvedSource } from '../discover/types.ts'
import type { Inventory } from '../extract/types.ts'
import type { Rendered } from '../render/types.ts'

/** Plans of one run: twenty times what a repository of a thousand charts needs, and what memory holds. */
const defaultMost = 200_000

export interface BoundUsesOptions {
  /** How many environments each use is planned for. */
  readonly environments: number
  /** Plans; default 200,000. */
  readonly most?: number | undefined
}

interface Read {
  readonly rendered: readonly Rendered[]
  readonly inventory: Inventory
}

/** Leaves out the uses for which there is no room in a run, and names them as one source that was not checked. */
export function boundUses<Given extends Read>(
  read: Given,
  { environments, most = defaultMost }: BoundUsesOptions,
): Given {
  const { rendered, inventory } = read
  const room = Math.floor(most / Math.max(1, environments))
  const left = inventory.uses.length - room
  if (left <= 0) return read
  const uses = inventory.uses.slice(0, room)
  return {
    ...read,
    inventory: { ...inventory, uses },
    rendered: [...rendered, { kind: 'skipped', source: rest(left) }],
  }
}

function rest(left: number): UnresolvedSource {
  const label = `${left} more uses of images`
  return { kind: 'unresolved', id: 'uses:more', path: '.', label, of: 'manifests', why: 'too-many-uses', detail: '' }
}

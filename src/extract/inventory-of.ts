import type { Source } from '../discover/types.ts'
import type { Inventory } from './types.ts'

/** The uses and documents of some of the sources, with what all of them hold for a pod to lean on. */
export function inventoryOf(sources: readonly Source[], all: Inventory): Inventory {
  const wanted = new Set(sources.map(({ id }) => id))
  const isWanted = ({ source }: { readonly source: string }): boolean => wanted.has(source)
  return {
    ...all,
    uses: all.uses.filter(isWanted),
    unreadable: all.unreadable.filter(isWanted),
    imageLike: all.imageLike?.filter(isWanted),
    variableImages: all.variableImages?.filter(isWanted),
    documents: new Map([...all.documents].filter(([source]) => isWanted({ source }))),
  }
}

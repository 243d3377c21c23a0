import type { Source } from '../discover/types.ts'
import type { Draft } from './draft.ts'
import type { Finding } from './types.ts'

/** A draft that stands at a place of its own, not at a use. */
export interface PlacedDraft extends Draft {
  readonly place?: Finding['place']
}

/** Where a source is to be edited, as far as nothing nearer is known. */
export function placeOf({ definedAt, path }: Source): PlacedDraft['place'] {
  return definedAt ?? { file: path }
}

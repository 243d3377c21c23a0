import type { Files } from '../../world.ts'
import type { Definitions } from './find-definition.ts'
import type { DeliveryObject, WantedObject } from './objects.ts'

/** What the objects of Argo CD and Flux are read with. */
export interface DeliveryContext {
  readonly files: Files
  /** All objects of Argo CD and Flux that are known. */
  readonly objects: readonly DeliveryObject[]
  readonly definitions: Definitions
  readonly find: (wanted: WantedObject) => DeliveryObject | undefined
  /** Takes down what an object was found to need. */
  readonly note: (needed: Pick<DeliveryObject, 'madeWith'>) => void
  /** Address of the repository that is checked, where it is known. */
  readonly own: string | undefined
}

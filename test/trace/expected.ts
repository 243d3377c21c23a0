import type { Scene } from './mutate.ts'

/** A scene with the places that tracing must tell, in the order of the images. */
export interface Expected extends Scene {
  readonly places: readonly string[]
}

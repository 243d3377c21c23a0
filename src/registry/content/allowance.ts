import { failed } from '../diagnosis/cause.ts'
import type { Outcome } from '../diagnosis/outcome.ts'
import type { TagList } from '../types.ts'
import type { ImageConfig, Manifest } from './types.ts'

// a manifest of two hundred layers; what most registries send is a twentieth of it
const always = 64 * 1024
const mostBytes = 256 * 1024 * 1024
// what a descriptor takes as an object, however short it is written; a tag takes less
const ofItem = 250

type Facts = Omit<Parameters<typeof failed>[1], 'detail'>

/**
 * What a run holds of large answers. Every answer stays in memory until the run ends, and a registry could give each of a
 * thousand images a manifest with a million entries.
 */
export class Allowance {
  #left = mostBytes

  /** What was read of so many bytes; a failure, which tells nothing of the image, where too much is held already. */
  weigh<T extends Manifest | ImageConfig | TagList>(value: T, size: number, facts: Facts): Outcome<T> {
    const bytes = size + ofItem * itemsIn(value)
    const isHeld = bytes <= always || bytes <= this.#left
    if (isHeld && bytes > always) this.#left -= bytes
    if (isHeld) return { kind: 'value', value }
    return failed('body-too-large', { ...facts, detail: 'the check holds as much of large answers as it may' })
  }
}

function itemsIn(value: Manifest | ImageConfig | TagList): number {
  if ('entries' in value) return value.entries.length
  if ('tags' in value) return value.tags.length
  return 'layers' in value ? value.layers.length : 0
}

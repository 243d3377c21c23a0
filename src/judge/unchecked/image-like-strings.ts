import type { Source } from '../../discover/types.ts'
import type { Inventory, Use } from '../../extract/types.ts'
import type { Rendered } from '../../render/types.ts'
import { placeOf } from '../placed-draft.ts'
import type { PlacedDraft } from '../placed-draft.ts'

/** So many are told one by one. */
const mostStrings = 200

/** Texts that look like images, each once; what is checked as an image elsewhere in the run is no news. */
export function imageLikeStrings(inventory: Inventory, rendered: readonly Rendered[]): readonly PlacedDraft[] {
  const sources = new Map(rendered.map(({ source }) => [source.id, source]))
  const strings = uncheckedStrings(inventory)
  const drafts = strings.slice(0, mostStrings).flatMap(use => {
    const source = sources.get(use.source)
    return source === undefined ? [] : [draft({ reference: use.image }, stringPlace(use, source))]
  })
  const more = strings.length - mostStrings
  return more > 0 ? [...drafts, draft({ count: more }, undefined)] : drafts
}

// each is asked of a registry, and a document of data may be full of them
const mostChecked = 1000

/** The inventory in which texts that look like images are uses too, every place of them; the rest stays a text. */
export function withStringsAsUses(inventory: Inventory): Inventory {
  const { uses, imageLike = [] } = inventory
  const known = new Set(uses.map(({ image }) => image))
  const strings = new Map(imageLike.map(use => [JSON.stringify([use.key, use.image]), use]))
  const wanted = [...strings.values()].filter(({ image }) => !known.has(image)).slice(0, mostChecked)
  return { ...inventory, uses: [...uses, ...wanted] }
}

/** The first place of each text that looks like an image and is none of the images that are checked. */
export function uncheckedStrings({ uses, imageLike = [] }: Pick<Inventory, 'uses' | 'imageLike'>): readonly Use[] {
  const checked = new Set(uses.map(({ image }) => image))
  const strings = new Map(imageLike.toReversed().map(use => [use.image, use]))
  return [...strings.values()].filter(({ image }) => !checked.has(image)).toReversed()
}

function draft(args: PlacedDraft['args'], place: PlacedDraft['place']): PlacedDraft {
  return { code: 'image-like-string', verdict: 'not-checked', ofImage: false, args, place }
}

/** The line of the text where the document stands in a file as it is. */
function stringPlace({ document: { origin, text }, image }: Use, source: Source): PlacedDraft['place'] {
  if (origin.file === undefined) return placeOf(source)
  const above = text.slice(0, Math.max(text.indexOf(image), 0)).split('\n').length - 1
  return { file: origin.file, line: origin.verbatim ? origin.line + above : undefined }
}

import type { Location } from '../trace/types.ts'

/** One change that mends a finding: coded, so that `report/words` can say it. */
export interface Fix {
  readonly kind: 'use-tag' | 'use-digest' | 'relocate' | 'add-library' | 'fix-host'
  /** The values to choose from, nearest first. */
  readonly candidates: readonly string[]
  readonly commands: readonly string[]
  /** What the tags have that the one in use lacks. */
  readonly platform?: string | undefined
  /** The tag that stands for the digest now. */
  readonly tag?: string | undefined
  readonly source?: { readonly date: string; readonly url: string; readonly note: string } | undefined
  readonly edit?: Edit | undefined
}

/** Replace `location`'s span by `text`. */
export interface Edit {
  readonly location: Location
  readonly text: string
}

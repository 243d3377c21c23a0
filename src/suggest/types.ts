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
  /** One for each place that gives the image. */
  readonly edits?: readonly PlacedEdit[] | undefined
  /** Whether it was not seen that the nodes could pull any of the candidates. */
  readonly isUnproven?: true | undefined
}

/** Replace `location`'s span, which is `replaces`, by `text`. */
export interface Edit {
  readonly location: Location
  readonly replaces: string
  readonly text: string
}

/** An edit with the ids of the uses whose image it changes. */
export interface PlacedEdit extends Edit {
  readonly uses: readonly string[]
}

/** One line of a file, without its end; undefined where there is no such line. */
export type ReadLine = (file: string, line: number) => Promise<string | undefined>

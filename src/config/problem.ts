import type { FilePlace } from './origin.ts'

/** One thing that is wrong with the call, and what to write instead. */
export interface ConfigProblem {
  /** As the user knows it: a flag, an input, or `will-it-pull.yaml:12:3`. */
  readonly where: string
  readonly why: string
  /** Where it is written, if that is a file. */
  readonly place?: FilePlace | undefined
}

/** A problem of a line of the configuration file. */
export function problemAt(place: FilePlace, why: string): ConfigProblem {
  return { where: `${place.file}:${place.line}:${place.column}`, why, place }
}

const longest = 80

/** Text of a user as part of a sentence: one line, bounded, without what a terminal would act on. */
export function quoted(text: string): string {
  const line = text.slice(0, longest).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ')
  return `\`${text.length > longest ? `${line}…` : line}\``
}

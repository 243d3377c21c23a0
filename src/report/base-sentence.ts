import type { Report } from './schema.ts'

/** What the findings were compared with, or why they were not; undefined where there was no comparison to make. */
export function baseSentence({ base }: Pick<Report, 'base'>): string | undefined {
  if (base === null) return undefined
  if (base.commit !== null) return `Compared with ${base.commit.slice(0, 12)}.`
  return `Everything counts as new: ${base.why ?? 'there is nothing to compare with'}.`
}

import type { FindingCode } from '../judge/types.ts'

const pages = 'https://github.com/will-it-pull/will-it-pull/blob/main/docs/rules'

/** Where a person reads what a code means, how to prove it and how to mend it. */
export function rulePage(code: FindingCode): string {
  return `${pages}/${code}.md`
}

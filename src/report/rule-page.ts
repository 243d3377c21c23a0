import type { FindingCode } from '../judge/codes.ts'

/** Where the project lives. */
export const project = 'https://github.com/will-it-pull/will-it-pull'

/** Where a person reads what a code means, how to prove it and how to mend it. */
export function rulePage(code: FindingCode): string {
  return `${project}/blob/main/docs/rules/${code}.md`
}

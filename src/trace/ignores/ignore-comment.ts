import { type FindingCode, findingCodes } from '../../judge/codes.ts'

/** What a comment `# will-it-pull: ignore <code> <reason>` says. */
export type IgnoreComment =
  | { readonly kind: 'ignore'; readonly code: FindingCode; readonly reason: string }
  | { readonly kind: 'wrong'; readonly why: 'no-code' | 'unknown-code' | 'no-reason'; readonly code: string }

const comment = /(?:^|\s)#\s*will-it-pull:\s*ignore(?:\s+(\S+)(?:\s+(.*?))?)?\s*$/

/** Reads the comment of a line; undefined where it has none of ours. */
export function ignoreComment(line: string): IgnoreComment | undefined {
  const match = comment.exec(line.slice(0, mostCharacters))
  if (match === null) return undefined
  const [, code = '', reason = ''] = match
  const known = findingCodes.find(name => name === code)
  if (known !== undefined && reason !== '') return { kind: 'ignore', code: known, reason }
  return { kind: 'wrong', why: code === '' ? 'no-code' : known === undefined ? 'unknown-code' : 'no-reason', code }
}

// nobody reads a longer one
const mostCharacters = 4096

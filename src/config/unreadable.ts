import type { ReadResult } from '../world.ts'

const reasons = {
  absent: 'there is no such file',
  denied: 'permission denied',
  outside: 'it is outside of the repository',
  'not-a-file': 'it is no file',
  'not-text': 'it is no text',
} as const

/** Why a file that someone named can't be used. */
export function unreadable(result: Exclude<ReadResult, { readonly kind: 'text' }>): string {
  return result.kind === 'too-large' ? `it is too large (${result.bytes} bytes)` : reasons[result.kind]
}

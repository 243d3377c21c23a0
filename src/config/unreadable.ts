import type { ReadResult } from '../world.ts'

const reasons = {
  absent: 'there is no such file',
  denied: 'permission denied',
  outside: 'it is outside of the repository',
  'not-a-file': 'it is no file',
  'not-text': 'it is no text: save it as UTF-8',
} as const

/** Why a file that someone named can't be used. All such files are read up to 1 MiB. */
export function unreadable(result: Exclude<ReadResult, { readonly kind: 'text' }>): string {
  return result.kind === 'too-large'
    ? `it is too large (${result.bytes} bytes; 1 MiB is the most)`
    : reasons[result.kind]
}

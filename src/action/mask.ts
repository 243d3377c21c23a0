import * as core from '@actions/core'
import type { SuppliedSecret } from '../config/types.ts'

/** Tells the runner what must never stand in a log: the token, and every login inside the supplied pull secrets. */
export function maskSecrets(token: string | undefined, supplied: readonly SuppliedSecret[]): void {
  const contents = supplied.map(({ content }) => content.reveal())
  for (const text of [token ?? '', ...contents, ...contents.flatMap(passwords)])
    if (text.trim() !== '') core.setSecret(text)
}

// user names are left alone: masking a common word would shred the log
function passwords(content: string): readonly string[] {
  return [...content.matchAll(/"(?:password|auth|identitytoken|registrytoken)"\s*:\s*"((?:[^"\\]|\\.)*)"/g)].flatMap(
    ([, written = '']) => [written, unescaped(written)],
  )
}

function unescaped(written: string): string {
  try {
    return String(JSON.parse(`"${written}"`))
  } catch {
    return written
  }
}

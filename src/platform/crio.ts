import { cpuOf, normalizeOs } from './normalize.ts'
import type { Platform } from './types.ts'

// containers/image internal/pkg/platform/platform_matcher.go: most capable first
const compatible: ReadonlyMap<string, readonly string[]> = new Map([
  ['arm', ['v8', 'v7', 'v6', 'v5']],
  ['arm64', ['v8']],
])

/**
 * The position that CRI-O takes from an index, as containers/image chooses: the architecture to the letter (no 386 on
 * amd64, no arm on arm64), the node's variant or one below it, then none; an entry without a platform last.
 */
export function crio(node: Platform, entries: readonly (Platform | undefined)[]): number | null {
  const { architecture } = cpuOf(node)
  const os = normalizeOs(node.os)
  for (const variant of wantedVariants(node)) {
    const found = entries.findIndex(
      entry => entry?.os === os && entry.architecture === architecture && (entry.variant ?? '') === variant,
    )
    if (found >= 0) return found
  }
  const bare = entries.indexOf(undefined)
  return bare >= 0 ? bare : null
}

// an arm64 node reports v8
function wantedVariants(node: Platform): readonly string[] {
  const { architecture, variant } = cpuOf(node)
  const own = architecture === 'arm64' && variant === '' ? 'v8' : variant
  if (own === '') return ['']
  const known = compatible.get(architecture) ?? []
  const from = known.indexOf(own)
  return from < 0 ? [own, ''] : [...known.slice(from), '']
}

import { cpuOf, normalizeOs } from './normalize.ts'
import type { Platform } from './types.ts'

/** What a platform says about a node label: its value, that the node has none, or nothing. */
export type Label =
  | { readonly kind: 'known'; readonly value: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown' }

/** The well-known node labels that follow from a platform (kubernetes.io/docs, well-known labels and annotations). */
export function labelOf(platform: Platform, key: string): Label {
  switch (key) {
    case 'kubernetes.io/arch':
    case 'beta.kubernetes.io/arch':
      return { kind: 'known', value: cpuOf(platform).architecture }
    case 'kubernetes.io/os':
    case 'beta.kubernetes.io/os':
      return { kind: 'known', value: normalizeOs(platform.os) }
    case 'node.kubernetes.io/windows-build':
      return windowsBuild(platform)
    default:
      return { kind: 'unknown' }
  }
}

// major.minor.build, without the revision
function windowsBuild({ os, osVersion }: Platform): Label {
  if (normalizeOs(os) !== 'windows') return { kind: 'absent' }
  const build = /^\d+\.\d+\.\d+/.exec(osVersion ?? '')?.[0]
  return build === undefined ? { kind: 'unknown' } : { kind: 'known', value: build }
}

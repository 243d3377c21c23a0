import { crio } from './crio.ts'
import { only, ordered } from './match.ts'
import { normalizeOs } from './normalize.ts'
import type { Platform } from './types.ts'

/** An entry's platform; undefined where the index entry has no `platform` at all. */
type Entry = Platform | undefined

/** The child manifest that a node takes from an index. */
export type Choice =
  | { readonly kind: 'match'; readonly position: number }
  | { readonly kind: 'none' }
  | DependsOnRuntime

/**
 * Nodes disagree. `implementation`: the local pull and the transfer service end differently; where both pull they pull
 * the same child, so one of the two positions is null. `version`: an entry has `os.features`, which containerd before
 * 2.4 does not look at; the positions are those of 2.4, and an older one takes another child or none.
 */
export interface DependsOnRuntime {
  readonly kind: 'depends-on-runtime'
  readonly on: 'implementation' | 'version'
  readonly local: number | null
  readonly transfer: number | null
}

/** The child of an index that a node of this platform and runtime pulls; `containerd`: the implementation is not known. */
export function chooseChild(
  node: Platform,
  entries: readonly Entry[],
  runtime: 'containerd' | 'containerd-local' | 'containerd-transfer' | 'cri-o',
): Choice {
  if (runtime === 'cri-o') return choice(crio(node, entries))
  const before = pulls(node, entries)
  const since = pulls(
    node,
    entries.map(entry => (hasForeignFeatures(node, entry) ? unmatched : entry)),
  )
  const differ = relevant(before, runtime) !== relevant(since, runtime)
  if (differ) return { kind: 'depends-on-runtime', on: 'version', ...since }
  if (runtime === 'containerd-local') return choice(since.local)
  if (runtime === 'containerd-transfer') return choice(since.transfer)
  if (since.local === since.transfer) return choice(since.local)
  return { kind: 'depends-on-runtime', on: 'implementation', ...since }
}

const unmatched: Platform = { os: 'unknown', architecture: 'unknown' }

interface Pulls {
  readonly local: number | null
  readonly transfer: number | null
}

function relevant({ local, transfer }: Pulls, runtime: string): string {
  return JSON.stringify([runtime === 'containerd-transfer' || local, runtime === 'containerd-local' || transfer])
}

/**
 * Both implementations read the best entry in the end; the transfer service has it only if it is the node's very
 * platform. An entry without a platform comes last, and is pulled only where no entry has one: the kubelet's runtime
 * service then asks for the size of every entry that it knows a platform of, and misses those that were not fetched
 * (measured on containerd 1.6 to 2.4).
 */
function pulls(node: Platform, entries: readonly Entry[]): Pulls {
  const named = entries.map(entry => entry ?? unmatched)
  const [best] = only(node, named)
  if (best === undefined) {
    const bare = entries.length > 0 && entries.every(entry => entry === undefined) ? 0 : null
    return { local: bare, transfer: bare }
  }
  return { local: best, transfer: ordered(node, named).includes(best) ? best : null }
}

// containerd 2.4 wants an entry's features to be the node's; on Windows every node has win32k
function hasForeignFeatures(node: Platform, entry: Entry): boolean {
  const own = [...(node.osFeatures ?? []), ...(normalizeOs(node.os) === 'windows' ? ['win32k'] : [])]
  return entry?.osFeatures?.some(feature => !own.includes(feature)) ?? false
}

function choice(position: number | null): Choice {
  return position === null ? { kind: 'none' } : { kind: 'match', position }
}

import type { NodeSelectorRequirement, NodeSelectorTerm } from '../extract/types.ts'
import { labelOf } from './labels.ts'
import { normalizeOs } from './normalize.ts'
import type { Platform } from './types.ts'

/** What a pod says about the nodes it may run on. */
export interface Scheduling {
  readonly nodeSelector?: Readonly<Record<string, string>> | undefined
  /** `requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms`. */
  readonly requiredTerms?: readonly NodeSelectorTerm[] | undefined
  /** `spec.os.name`. */
  readonly os?: string | undefined
}

/**
 * The platforms whose nodes a pod can land on: its node selector and one term of its required affinity
 * (component-helpers scheduling/corev1/nodeaffinity), and its declared OS, which the kubelet insists on. Labels that a
 * platform does not determine restrict nothing.
 */
export function narrow(platforms: readonly Platform[], scheduling: Scheduling): Platform[] {
  const { nodeSelector = {}, requiredTerms, os } = scheduling
  const selected = Object.entries(nodeSelector)
  return platforms.filter(
    platform =>
      (os === undefined || os === '' || normalizeOs(platform.os) === os) &&
      selected.every(([key, value]) => mayBeIn(labelOf(platform, key), [value])) &&
      (requiredTerms === undefined || requiredTerms.some(term => mayMatch(platform, term))),
  )
}

// a term without anything in it matches no node; fields (the node's name) are nothing that a platform tells
function mayMatch(platform: Platform, { matchExpressions, hasFields }: NodeSelectorTerm): boolean {
  if (matchExpressions.length === 0) return hasFields
  return matchExpressions.every(requirement => mayHold(platform, requirement))
}

function mayHold(platform: Platform, { key, operator, values }: NodeSelectorRequirement): boolean {
  const label = labelOf(platform, key)
  if (label.kind === 'unknown') return true
  switch (operator) {
    case 'In':
      return mayBeIn(label, values)
    case 'NotIn':
      return label.kind === 'absent' || !values.includes(label.value)
    case 'Exists':
      return label.kind === 'known'
    case 'DoesNotExist':
      return label.kind === 'absent'
    case 'Gt':
    case 'Lt':
      return label.kind === 'known' && compares(label.value, operator, values)
    default: // no such operator: the API server refuses the pod, which is not for here to say
      return true
  }
}

function mayBeIn(label: ReturnType<typeof labelOf>, values: readonly string[]): boolean {
  return label.kind === 'unknown' || (label.kind === 'known' && values.includes(label.value))
}

// integers on both sides (apimachinery pkg/labels/selector.go)
function compares(label: string, operator: 'Gt' | 'Lt', values: readonly string[]): boolean {
  const [value = ''] = values
  if (![label, value].every(text => /^[+-]?\d{1,19}$/.test(text))) return false
  return operator === 'Gt' ? BigInt(label) > BigInt(value) : BigInt(label) < BigInt(value)
}

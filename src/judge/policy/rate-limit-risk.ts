import type { PullPlan } from '../../plan/types.ts'
import type { RegistryUsage } from '../../registry/types.ts'
import type { Draft } from '../draft.ts'
import { subject } from '../subject.ts'

/** A quota that may not last, and the plans that draw on one like it. */
export interface QuotaRisk {
  readonly draft: Draft
  readonly plans: readonly PullPlan[]
}

const littleLeft = 0.2

/**
 * Images that nodes pull without a login from a registry that counts pulls, where a fifth of the quota or less is left
 * here, or less than there are images: the nodes' address has a quota of the same kind.
 */
export function rateLimitRisk(quota: RegistryUsage['pullQuota'], plans: readonly PullPlan[]): QuotaRisk | undefined {
  if (quota === undefined) return undefined
  const { registry, remaining, limit } = quota
  const drawing = plans.filter(plan => subject(plan).registry === registry && plan.credentials.known.length === 0)
  const count = new Set(drawing.map(plan => subject(plan).reference)).size
  if (count === 0 || (remaining > limit * littleLeft && remaining >= count)) return undefined
  const args = { registry, count, detail: `${remaining} of ${limit} pulls left` }
  return { draft: { code: 'rate-limit-risk', verdict: 'pullable', args }, plans: drawing }
}

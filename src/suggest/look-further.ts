import type { Finding } from '../judge/types.ts'
import type { PullPlan } from '../plan/types.ts'
import type { Evidence } from '../probe/types.ts'
import type { Registry, Target } from '../registry/types.ts'
import { nearTags } from './near-tags.ts'
import { seenAt } from './seen-at.ts'
import type { WhatIf } from './what-if.ts'

/** What is asked of registries after judging, for the fix alone. */
export interface LookFurther {
  /** The nearest tags that have the platform which a finding misses; at most three are looked at. */
  tagsWithPlatform(finding: Finding): Promise<readonly string[]>
  /** What the tag stands for now that is written beside a digest which is gone. */
  presentDigest(finding: Finding): Promise<string | undefined>
  /** What the nodes would make of another image in place of the finding's. */
  readonly verdict: WhatIf['verdict']
}

/** What the run knows already. */
export interface LookedAt {
  readonly plans: readonly PullPlan[]
  /** Undefined where nothing was asked: then nothing is asked now. */
  readonly evidence: Evidence | undefined
}

/** A run with more findings than this has another trouble than tags. */
const mostFindings = 50

/** Asks further through the same registry port, bounded, and only about what is broken. */
export function createLookFurther(looked: LookedAt, registry: Registry, whatIf: WhatIf): LookFurther {
  let asked = 0
  const placeOf = (finding: Finding): Target | undefined => {
    asked += 1
    if (asked > mostFindings) return undefined
    const plan = looked.plans.find(
      ({ use, environment }) => finding.uses.includes(use.id) && environment.name === finding.environment,
    )
    const seen = plan && looked.evidence?.get(plan)
    return plan && seen && seenAt(plan, seen)
  }
  return {
    tagsWithPlatform: async finding => tagsWithPlatform(finding, placeOf(finding), { registry, whatIf }),
    presentDigest: async finding => {
      const { tag } = finding.args
      const place = placeOf(finding)
      const answer = place && tag !== undefined ? await registry.resolve(place, tag) : undefined
      return answer?.kind === 'found' ? answer.value.digest : undefined
    },
    verdict: async (finding, image) => (looked.evidence === undefined ? 'not-checked' : whatIf.verdict(finding, image)),
  }
}

async function tagsWithPlatform(
  finding: Finding,
  place: Target | undefined,
  { registry, whatIf }: { readonly registry: Registry; readonly whatIf: WhatIf },
): Promise<readonly string[]> {
  const { tag, digest } = finding.args
  const name = `${finding.args.registry}/${finding.args.repository}`
  if (place === undefined || tag === undefined || digest !== undefined) return []
  const listed = await registry.tags(place)
  const near = listed.kind === 'found' ? nearTags(tag, listed.value.tags) : []
  const verdicts = await Promise.all(near.map(async candidate => whatIf.verdict(finding, `${name}:${candidate}`)))
  return near.filter((_, index) => verdicts[index] === 'pullable')
}

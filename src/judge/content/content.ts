import { formatPlatform } from '../../platform/parse.ts'
import type { PullPlan } from '../../plan/types.ts'
import type { SeenContent } from '../../probe/types.ts'
import type { Manifest } from '../../registry/content/types.ts'
import type { Draft } from '../draft.ts'
import { judgePlatform } from './platform.ts'
import type { PlatformVerdict } from '../types.ts'
import { judgeWhole } from './whole.ts'

export interface ContentJudgement {
  readonly platforms: readonly PlatformVerdict[]
  readonly drafts: readonly Draft[]
}

/** What a node of each required platform would get from the content behind the reference. */
export function judgeContent(plan: PullPlan, content: SeenContent): ContentJudgement {
  const whole = judgeWhole(plan, content.manifest)
  if (whole !== undefined) return everywhere(plan, whole, content.manifest)
  const each = content.platforms.map(evidence => judgePlatform(plan, evidence, content.manifest))
  return {
    platforms: each.map(({ platform }) => platform),
    drafts: each.flatMap(({ draft }) => draft ?? []),
  }
}

function everywhere(plan: PullPlan, draft: Draft, manifest: Manifest): ContentJudgement {
  const { verdict } = draft
  const platforms = plan.platforms.map(platform => ({
    platform: formatPlatform(platform),
    verdict,
    digest: manifest.digest,
  }))
  return { platforms, drafts: [draft] }
}

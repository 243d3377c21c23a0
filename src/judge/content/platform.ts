import { formatPlatform } from '../../platform/parse.ts'
import { only } from '../../platform/match.ts'
import type { Platform } from '../../platform/types.ts'
import type { PullPlan } from '../../plan/types.ts'
import type { PlatformEvidence, SeenChild } from '../../probe/types.ts'
import type { Manifest, ManifestPlatform } from '../../registry/content/types.ts'
import { judgeChild, judgePart } from './child.ts'
import type { JudgedPlatform } from './child.ts'
import type { Draft } from '../draft.ts'
import { judgeLayers } from './layers.ts'
import { subject } from '../subject.ts'
import type { FindingCode } from '../codes.ts'
import type { FindingArgs, Verdict } from '../types.ts'
import { judgeWhole } from './whole.ts'

/** What a node of one platform would get from a manifest that is in order itself. */
export function judgePlatform(plan: PullPlan, evidence: PlatformEvidence, manifest: Manifest): JudgedPlatform {
  const platform = formatPlatform(evidence.platform)
  const args = { ...subject(plan), platform }
  const say = (code: FindingCode, verdict: Verdict, more: FindingArgs): JudgedPlatform => ({
    platform: { platform, verdict },
    draft: { code, verdict, platform, args: { ...args, ...more }, notChecked: ['content'] },
  })
  switch (evidence.kind) {
    case 'no-match':
      return say('platform-missing', 'unpullable', { offered: evidence.offered })
    case 'depends-on-runtime':
      return say('platform-depends-on-runtime', 'unknown', { offered: evidence.offered, reason: evidence.on })
    case 'endless':
      return say('manifest-invalid', 'unknown', { reason: 'endless', detail: endless[evidence.what] })
    case 'unread':
      return { platform: { platform, verdict: 'unknown' } }
    case 'child':
      return child(plan, evidence)
    case 'single':
      return single(plan, evidence, manifest)
  }
}

const endless = { layers: 'more than 512 layers', indexes: 'indexes in indexes, five deep' }

type Evidence<K extends PlatformEvidence['kind']> = Extract<PlatformEvidence, { kind: K }>

function child(plan: PullPlan, evidence: Evidence<'child'>): JudgedPlatform {
  const judged = judgeChild(plan, evidence)
  if (judged.draft !== undefined || evidence.inside === undefined) return judged
  const { platform, draft } = inside(plan, evidence.inside, judged.platform.platform)
  return { platform: { ...platform, digest: evidence.entry.digest }, draft }
}

function inside(plan: PullPlan, { manifest, behind }: SeenChild, platform: string): JudgedPlatform {
  const whole = judgeWhole(plan, manifest)
  if (whole !== undefined) return { platform: { platform, verdict: whole.verdict }, draft: { ...whole, platform } }
  return withoutCpu(judgePlatform(plan, behind, manifest))
}

// an index says itself for which platform an entry is; where the config says something else, either may be right
function withoutCpu({ platform, draft }: JudgedPlatform): JudgedPlatform {
  return { platform, draft: draft?.code === 'wrong-architecture' ? undefined : draft }
}

function single(plan: PullPlan, evidence: Evidence<'single'>, manifest: Manifest): JudgedPlatform {
  const platform = formatPlatform(evidence.platform)
  const digest = manifest.digest
  const { config } = evidence
  if (config.kind !== 'found') return judgePart(plan, { platform, digest, answer: config, missing: 'blob-missing' })
  const broken = manifest.kind === 'manifest' ? judgeLayers(plan, evidence, manifest) : undefined
  const verdict = { platform, verdict: 'pullable', digest } as const
  return broken ?? { platform: verdict, draft: wrongCpu(plan, evidence.platform, config.value) }
}

function wrongCpu(plan: PullPlan, wanted: Platform, config: ManifestPlatform): Draft | undefined {
  if (runsOn(wanted, config)) return undefined
  const platform = formatPlatform(wanted)
  const args = { ...subject(plan), platform, offered: [formatPlatform(config)] }
  return { code: 'wrong-architecture', verdict: 'pullable', platform, args }
}

// a config that states no platform is taken as it is: the runtimes do not look at it
function runsOn(platform: Platform, config: ManifestPlatform): boolean {
  if (config.os === '' && config.architecture === '') return true
  return only(platform, [config]).length > 0
}

import { formatPlatform } from '../platform/parse.ts'
import { only } from '../platform/match.ts'
import type { Platform } from '../platform/types.ts'
import type { PullPlan } from '../plan/types.ts'
import { isImageConfig } from '../probe/content.ts'
import type { PlatformEvidence, SeenContent } from '../probe/types.ts'
import type { Descriptor, ImageManifest, Manifest, ManifestPlatform, UnreadManifest } from '../registry/types.ts'
import { judgeChild, judgePart, unsupportedVerdict } from './child.ts'
import type { JudgedPlatform } from './child.ts'
import type { Draft } from './draft.ts'
import { subject } from './subject.ts'
import type { FindingArgs, FindingCode, PlatformVerdict, Verdict } from './types.ts'
import { unanswered } from './unanswered.ts'

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

/** What is wrong with the manifest itself, whatever the platform. */
function judgeWhole(plan: PullPlan, manifest: Manifest): Draft | undefined {
  const args = { ...subject(plan), mediaType: manifest.mediaType }
  switch (manifest.kind) {
    case 'unsupported':
      return {
        code: 'unsupported-manifest',
        verdict: unsupportedVerdict(plan),
        args: { ...args, reason: manifest.why },
      }
    case 'invalid':
      return {
        code: 'manifest-invalid',
        verdict: 'unpullable',
        args: { ...args, reason: manifest.why, detail: manifest.detail },
      }
    case 'unread':
      return unread(plan, manifest)
    case 'manifest':
      return isImage(manifest) ? undefined : artifact(plan, manifest)
    case 'index':
      return undefined
  }
}

function unread(plan: PullPlan, { because }: UnreadManifest): Draft {
  const args = subject(plan)
  const answers = [because]
  switch (because.kind) {
    case 'failed':
    case 'limited':
    case 'blocked':
      return { ...unanswered(because, args), notChecked: ['platform', 'content'] }
    case 'refused':
      return {
        code: 'access-denied',
        verdict: 'unknown',
        answers,
        args: { ...args, status: because.status, reason: 'body-refused' },
      }
    case 'absent':
      return {
        code: 'registry-error',
        verdict: 'unknown',
        answers,
        args: { ...args, reason: 'head-and-get-differ' },
      }
  }
}

// containerd core/images/mediatypes.go, IsLayerType
function isLayer({ mediaType }: Descriptor): boolean {
  return /^application\/vnd\.(oci\.image\.layer|docker\.image\.rootfs)\./.test(mediaType)
}

// a signature has the config of an image, and layers that are none
function isImage({ config, layers }: ImageManifest): boolean {
  return isImageConfig(config.mediaType) && (layers.length === 0 || layers.some(isLayer))
}

/**
 * An artifact of another kind. Measured on containerd 1.7 to 2.4: both implementations pull one with config and layers of
 * its own types; one that reuses those of an image fails the local pull only, which unpacks it.
 */
function artifact(plan: PullPlan, { config, layers, artifactType }: ImageManifest): Draft {
  const hasConfig = isImageConfig(config.mediaType)
  const own = hasConfig ? layers[0] : config
  return {
    code: 'not-an-image',
    verdict: artifactVerdict(plan, { hasConfig, hasLayer: layers.some(isLayer) }),
    severity: 'error',
    args: { ...subject(plan), mediaType: artifactType ?? own?.mediaType },
  }
}

interface Looks {
  readonly hasConfig: boolean
  readonly hasLayer: boolean
}

function artifactVerdict({ environment }: PullPlan, { hasConfig, hasLayer }: Looks): Verdict {
  switch (environment.runtime) {
    case 'cri-o':
      return 'unknown'
    case 'containerd-transfer':
      return 'pullable'
    case 'containerd-local':
      // with an image's config it depends on the digests that the config lists, and on the version
      if (hasConfig) return 'unknown'
      return hasLayer ? 'unpullable' : 'pullable'
    case 'containerd':
      return hasConfig || hasLayer ? 'unknown' : 'pullable'
  }
}

function judgePlatform(plan: PullPlan, evidence: PlatformEvidence, manifest: Manifest): JudgedPlatform {
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
    case 'unread':
      return { platform: { platform, verdict: 'unknown' } }
    case 'child':
      return judgeChild(plan, evidence)
    case 'single':
      return single(plan, evidence, manifest)
  }
}

function single(
  plan: PullPlan,
  evidence: Extract<PlatformEvidence, { kind: 'single' }>,
  manifest: Manifest,
): JudgedPlatform {
  const platform = formatPlatform(evidence.platform)
  const digest = manifest.digest
  const { config } = evidence
  if (config.kind !== 'found') return judgePart(plan, { platform, digest, answer: config, missing: 'blob-missing' })
  const verdict = { platform, verdict: 'pullable', digest } as const
  if (runsOn(evidence.platform, config.value)) return { platform: verdict }
  const args = { ...subject(plan), platform, offered: [formatPlatform(config.value)] }
  return {
    platform: verdict,
    draft: { code: 'wrong-architecture', verdict: 'pullable', platform, args },
  }
}

// a config that states no platform is taken as it is: the runtimes do not look at it
function runsOn(platform: Platform, config: ManifestPlatform): boolean {
  if (config.os === '' && config.architecture === '') return true
  return only(platform, [config]).length > 0
}

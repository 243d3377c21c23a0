import { formatPlatform } from '../../platform/parse.ts'
import type { PullPlan } from '../../plan/types.ts'
import type { PlatformEvidence } from '../../probe/types.ts'
import { digestError } from '../../reference/digest.ts'
import { kindOfMediaType } from '../../registry/content/media-types.ts'
import type { Answer } from '../../registry/answers/types.ts'
import type { UnsupportedManifest } from '../../registry/content/types.ts'
import type { Draft } from '../draft.ts'
import { subject } from '../subject.ts'
import type { FindingCode } from '../codes.ts'
import type { PlatformVerdict, Verdict } from '../types.ts'
import { unanswered } from '../unanswered.ts'

/** What a node of one platform would get. */
export interface JudgedPlatform {
  readonly platform: PlatformVerdict
  readonly draft?: Draft | undefined
}

type ChildEvidence = Extract<PlatformEvidence, { kind: 'child' }>

/** The entry of an index that a node takes, and the manifest behind it. */
export function judgeChild(plan: PullPlan, evidence: ChildEvidence): JudgedPlatform {
  const flaw = flawOf(plan, evidence)
  const platform = formatPlatform(evidence.platform)
  if (flaw !== undefined) return { platform: { platform, verdict: flaw.verdict }, draft: { ...flaw, platform } }
  const { entry, child } = evidence
  return judgePart(plan, { platform, digest: entry.digest, answer: child, missing: 'child-manifest-missing' })
}

/** What is wrong with the entry itself. */
function flawOf(plan: PullPlan, { platform, entry }: ChildEvidence): Omit<Draft, 'platform'> | undefined {
  const { mediaType, digest, size } = entry
  const args = { ...subject(plan), platform: formatPlatform(platform), mediaType }
  const invalid = { code: 'manifest-invalid', args: { ...args, reason: 'shape' } } as const
  const says = (detail: string) => ({ ...invalid, args: { ...invalid.args, detail } })
  // the runtimes look for what is no manifest among the blobs
  if (!isManifestType(mediaType))
    return {
      code: 'unsupported-manifest',
      verdict: unsupportedVerdict(plan, 'media-type'),
      args: { ...args, reason: 'media-type' },
    }
  if (digestError(digest) !== undefined) return { ...says('the entry has no valid digest'), verdict: 'unpullable' }
  return size < 0 ? { ...says('the entry has a negative size'), verdict: 'unknown' } : undefined
}

function isManifestType(mediaType: string): boolean {
  const kind = kindOfMediaType(mediaType)
  return kind === 'index' || kind === 'manifest'
}

/**
 * CRI-O still takes schema 1, and guesses at types that it does not know (containers/image, manifest.go). So did
 * containerd before 2.0, where it was served as such (measured on 1.6 and 1.7); the transfer service is newer.
 */
export function unsupportedVerdict({ environment: { runtime } }: PullPlan, why: UnsupportedManifest['why']): Verdict {
  if (runtime === 'cri-o') return 'unknown'
  return why === 'schema-1' && runtime !== 'containerd-transfer' ? 'unknown' : 'unpullable'
}

interface Part {
  readonly platform: string
  readonly digest: string
  readonly answer: Answer<unknown>
  readonly missing: FindingCode
}

/** A manifest or blob that the pull needs. */
export function judgePart(plan: PullPlan, { platform, digest, answer, missing }: Part): JudgedPlatform {
  const args = { ...subject(plan), platform, digest }
  const draft = partDraft(answer, { code: missing, args, platform })
  return { platform: { platform, verdict: draft?.verdict ?? 'pullable', digest }, draft }
}

function partDraft(
  answer: Answer<unknown>,
  { code, args, platform }: Pick<Draft, 'code' | 'args' | 'platform'>,
): Draft | undefined {
  switch (answer.kind) {
    case 'found':
      return undefined
    case 'absent':
      return { code, verdict: 'unpullable', args, platform, answers: [answer] }
    case 'refused':
      return {
        code: 'access-denied',
        verdict: 'unknown',
        args: { ...args, status: answer.status, reason: 'part-refused' },
        platform,
        answers: [answer],
      }
    case 'failed':
    case 'limited':
    case 'blocked':
      return { ...unanswered(answer, args), platform, notChecked: ['content'] }
  }
}

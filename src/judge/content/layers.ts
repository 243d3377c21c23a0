import { formatPlatform } from '../../platform/parse.ts'
import type { PullPlan } from '../../plan/types.ts'
import type { PlatformEvidence } from '../../probe/types.ts'
import type { Descriptor, ImageConfig, ImageManifest } from '../../registry/content/types.ts'
import { judgePart } from './child.ts'
import type { JudgedPlatform } from './child.ts'
import { subject } from '../subject.ts'
import type { Verdict } from '../types.ts'

type SingleEvidence = Extract<PlatformEvidence, { kind: 'single' }>

/** What is wrong with the layers of an image: one is gone or could not be asked for, or their number is not the config's. */
export function judgeLayers(
  plan: PullPlan,
  { platform: wanted, config, blobs }: SingleEvidence,
  manifest: ImageManifest,
): JudgedPlatform | undefined {
  const platform = formatPlatform(wanted)
  const gone =
    blobs.find(({ answer }) => answer.kind === 'absent') ?? blobs.find(({ answer }) => answer.kind !== 'found')
  if (gone !== undefined) {
    const { digest, answer } = gone
    const { draft } = judgePart(plan, { platform, digest, answer, missing: 'blob-missing' })
    return { platform: { platform, verdict: draft?.verdict ?? 'unknown', digest: manifest.digest }, draft }
  }
  const detail = config.kind === 'found' ? countsDiffer(config.value, manifest) : undefined
  if (detail === undefined) return undefined
  const verdict = countVerdict(plan, manifest)
  const args = { ...subject(plan), mediaType: manifest.mediaType, platform, reason: 'layers', detail }
  const draft = { code: 'manifest-invalid', verdict, platform, args } as const
  return { platform: { platform, verdict, digest: manifest.digest }, draft }
}

/** containerd core/images/mediatypes.go, IsLayerType. */
export function isLayer({ mediaType }: Descriptor): boolean {
  return /^application\/vnd\.(oci\.image\.layer|docker\.image\.rootfs)\./.test(mediaType)
}

function countsDiffer({ diffIds = 0 }: ImageConfig, { layers }: ImageManifest): string | undefined {
  const count = layers.filter(isLayer).length
  return count === diffIds ? undefined : `the manifest has ${count} layers and its config lists ${diffIds}`
}

// containerd gives up while it unpacks (core/unpack/unpacker.go); what it does with layers of other types depends
function countVerdict({ environment }: PullPlan, { layers }: ImageManifest): Verdict {
  return environment.runtime === 'cri-o' || !layers.every(isLayer) ? 'unknown' : 'unpullable'
}

import { formatPlatform } from '../../platform/parse.ts'
import type { PullPlan } from '../../plan/types.ts'
import type { PlatformEvidence, SeenContent } from '../../probe/types.ts'
import type { ImageManifest, Manifest } from '../../registry/content/types.ts'
import type { Draft } from '../draft.ts'
import { subject } from '../subject.ts'

/** Images of the given size or more, where a manifest was read anyway that tells. */
export function largeImages(plan: PullPlan, content: SeenContent | undefined, limit: number): readonly Draft[] {
  if (content === undefined) return []
  return content.platforms.flatMap(evidence => {
    const image = imageOf(evidence, content.manifest)
    const bytes = image === undefined ? 0 : sizeOf(image)
    if (bytes < limit) return []
    const platform = formatPlatform(evidence.platform)
    return [{ code: 'large-image', verdict: 'pullable', platform, args: { ...subject(plan), platform, bytes } }]
  })
}

function imageOf(evidence: PlatformEvidence, manifest: Manifest): ImageManifest | undefined {
  if (evidence.kind === 'child') return evidence.inside && imageOf(evidence.inside.behind, evidence.inside.manifest)
  return evidence.kind === 'single' && manifest.kind === 'manifest' ? manifest : undefined
}

/** What a node downloads: equal parts come once. */
function sizeOf({ config, layers }: ImageManifest): number {
  const parts = new Map([config, ...layers].map(({ digest, size }) => [digest, size]))
  return [...parts.values()].reduce((sum, size) => sum + size, 0)
}

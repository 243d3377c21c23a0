import type { PullPlan } from '../../plan/types.ts'
import type { PullEvidence } from '../../probe/types.ts'
import { kindOfMediaType } from '../../registry/content/media-types.ts'
import type { Draft } from '../draft.ts'
import { subject } from '../subject.ts'

/** A tag that no longer stands for the digest that is written with it. */
export function drift(plan: PullPlan, { content, tagNow }: PullEvidence): readonly Draft[] {
  if (content === undefined || tagNow?.kind !== 'found') return []
  const { digest, mediaType } = tagNow.value
  const { manifest } = content
  if (digest === manifest.digest) return []
  // the digest may be that of one platform of the index that the tag still stands for
  if (manifest.kind !== 'index' && kindOfMediaType(mediaType) === 'index') return []
  return [
    {
      code: 'tag-digest-drift',
      verdict: 'pullable',
      args: { ...subject(plan), tagDigest: digest },
      answers: [tagNow],
    },
  ]
}

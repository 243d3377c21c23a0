import type { PullEvidence } from '../../probe/types.ts'
import type { PullPlan } from '../../plan/types.ts'
import type { Absent } from '../../registry/answers/types.ts'
import type { Draft } from '../draft.ts'
import { subject } from '../subject.ts'

/**
 * What exactly is missing when a registry says 404. Most registries word a missing tag and a missing repository alike,
 * so the tag list decides; without it the repository is only said to be missing if the registry's code says so.
 */
export function absence(plan: PullPlan, absent: Absent, evidence: PullEvidence): Draft {
  const { reference } = plan
  const tags = evidence.tags
  const args = { ...subject(plan), detail: absent.message }
  const draft = {
    verdict: 'unpullable',
    answers: tags ? [absent, tags] : [absent],
    notChecked: ['platform', 'content'],
  } as const
  const listedEmpty = tags?.kind === 'absent'
  if (absent.missing === 'repository' || listedEmpty) return { ...draft, code: 'repository-not-found', args }
  const offered = tags?.kind === 'found' ? tags.value.tags : undefined
  const expired = absent.codes.includes('TAG_EXPIRED') ? 'expired' : undefined
  const byDigest = reference.kind === 'reference' && reference.digest !== null
  return {
    ...draft,
    code: byDigest ? 'digest-not-found' : 'tag-not-found',
    args: { ...args, tags: offered, reason: expired },
  }
}

import type { PullPlan } from '../../plan/types.ts'
import { relocationOf } from '../../suggest/relocations.ts'
import type { Draft } from '../draft.ts'
import { subject } from '../subject.ts'
import type { FindingCode } from '../codes.ts'

/** Failures that a move explains: the old place has it no more, or gives it to nobody. */
const explained: ReadonlySet<FindingCode> = new Set([
  'not-found-or-private',
  'access-denied',
  'registry-policy',
  'repository-not-found',
  'tag-not-found',
  'digest-not-found',
])

/** What is known of an image whose pull fails: it has moved. It explains a failure, and never overrides a success. */
export function relocated(plan: PullPlan, drafts: readonly Draft[]): readonly Draft[] {
  const cause = drafts.find(({ code }) => explained.has(code))
  if (cause === undefined) return []
  const { registry, repository } = subject(plan)
  const relocation = relocationOf(`${registry}/${repository}`)
  if (relocation === undefined) return []
  const { verdict } = cause
  return [{ code: 'relocated-image', verdict, args: { ...subject(plan), detail: relocation.note } }]
}

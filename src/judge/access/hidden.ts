import type { PullEvidence } from '../../probe/types.ts'
import type { PullPlan } from '../../plan/types.ts'
import type { Answer } from '../../registry/answers/types.ts'
import type { Manifest } from '../../registry/content/types.ts'

interface View {
  readonly plan: PullPlan
  readonly evidence: PullEvidence
}

/** Nodes may hold a login that was not declared, and see what the registry hides from nobody in particular. */
export function isHiddenFromNobody({ plan, evidence }: View): boolean {
  const { runner, anonymous, tags } = evidence
  if (plan.environment.nodeCredentials.kind !== 'undeclared' || runner !== undefined) return false
  return anonymous?.end.kind === 'absent' && anonymous.end.mayHide === true && tags?.kind !== 'found'
}

/** Whether a 404 that only nobody in particular got may hide the image from the node's unknown login. */
export function isHiddenOrMissing(given: View): boolean {
  const { runner, anonymous } = given.evidence
  return runner === undefined && provesNothing(given, [anonymous?.end])
}

/** Some registries answer 404 to whoever lacks rights; a tag list that was given proves that rights were there. */
export function provesNothing({ plan, evidence }: View, ends: readonly (Answer<Manifest> | undefined)[]): boolean {
  const isSilent = ends.every(end => end?.kind === 'absent' || end?.kind === 'refused')
  const isAbsent = ends.some(end => end?.kind === 'absent')
  return isSilent && isAbsent && plan.service === 'other' && evidence.tags?.kind !== 'found'
}

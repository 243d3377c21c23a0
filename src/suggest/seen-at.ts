import { placeAt } from '../probe/attempt.ts'
import type { Attempt, PullEvidence } from '../probe/types.ts'
import type { PullPlan } from '../plan/types.ts'
import type { Target } from '../registry/types.ts'

/** Where, and with whose eyes, a registry that answered about an image can be asked about its repository. */
export function seenAt(plan: PullPlan, { content, attempts, runner, anonymous }: PullEvidence): Target | undefined {
  const views: readonly (Attempt | undefined)[] = [content?.attempt, ...attempts, runner, anonymous]
  const view = views.find(attempt => attempt?.end.kind === 'found' || attempt?.end.kind === 'absent')
  const host = view?.tries.at(-1)?.host
  return view === undefined || host === undefined ? undefined : placeAt(host, view.access, plan)
}

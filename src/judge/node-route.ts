import type { Obstacle, PullPlan } from '../plan/types.ts'
import type { SeenContent } from '../probe/types.ts'
import type { Draft } from './draft.ts'
import { subject } from './subject.ts'

/** What the node's own registry configuration forbids, before anybody is asked. */
export function blockedRoute(plan: PullPlan, obstacle: Obstacle): Draft {
  const args = { ...subject(plan), path: obstacle.file }
  const verdict = 'unpullable'
  if (obstacle.code === 'short-name-ambiguous')
    return { code: obstacle.code, verdict, args: { ...args, offered: obstacle.registries } }
  return { code: obstacle.code, verdict, args: { ...args, reason: obstacle.reason, detail: obstacle.detail } }
}

/** Hosts that a node tries in vain before it comes to the one that has the image: the pull goes well, but not as meant. */
export function missedHosts(plan: PullPlan, { attempt }: SeenContent): readonly Draft[] {
  return attempt.tries.flatMap(({ host, answer }): readonly Draft[] => {
    if (answer.kind !== 'failed' && answer.kind !== 'limited') return []
    if (answer.kind === 'failed' && answer.failure === 'credential-withheld') return []
    const [reason, detail] = answer.kind === 'failed' ? [answer.failure, answer.detail] : ['limited', answer.message]
    const args = { ...subject(plan), host: host.host.authority, reason, detail }
    return [{ code: 'registry-unreachable', verdict: 'pullable', severity: 'notice', answers: [answer], args }]
  })
}

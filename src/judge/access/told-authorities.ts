import type { PullPlan } from '../../plan/types.ts'
import type { Evidence, PlatformEvidence, PullEvidence } from '../../probe/types.ts'
import type { Answer } from '../../registry/answers/types.ts'
import { subject } from '../subject.ts'
import type { Assumption } from '../types.ts'

/**
 * What each use takes on trust about certificates: that nodes trust the authorities which only the runner was told of.
 * Images of one registry take the same, since a token that one of them bought serves the others.
 */
export function toldAuthorities(evidence: Evidence | undefined): (plan: PullPlan) => readonly Assumption[] {
  const hosts = new Map<string, Set<string>>()
  for (const [plan, seen] of evidence ?? []) {
    const ofRegistry = hosts.get(keyOf(plan)) ?? new Set()
    hosts.set(keyOf(plan), ofRegistry)
    for (const host of toldHosts(answersOf(seen))) ofRegistry.add(host)
  }
  return plan => {
    const seen = evidence?.get(plan)
    if (seen === undefined || answersOf(seen).length === 0) return []
    return [...(hosts.get(keyOf(plan)) ?? [])].toSorted().map(host => ({ code: 'nodes-trust-authority', host }))
  }
}

/** What the nodes trust is said by environment. */
function keyOf(plan: PullPlan): string {
  return JSON.stringify([subject(plan).registry, plan.environment.name])
}

function toldHosts(answers: readonly Answer<unknown>[]): readonly string[] {
  return answers
    .flatMap(({ trail }) => trail)
    .filter(({ onlyRunnerTrusts }) => onlyRunnerTrusts === true)
    .flatMap(({ url }) => URL.parse(url)?.host ?? [])
}

function answersOf({ attempts, runner, anonymous, content }: PullEvidence): readonly Answer<unknown>[] {
  const views = [...attempts, runner, anonymous].flatMap(view => view?.end ?? [])
  return [...views, ...(content?.platforms ?? []).flatMap(behind)]
}

function behind(seen: PlatformEvidence): readonly Answer<unknown>[] {
  if (seen.kind === 'single') return [seen.config, ...seen.blobs.map(({ answer }) => answer)]
  if (seen.kind !== 'child') return []
  return [seen.child, ...(seen.inside === undefined ? [] : behind(seen.inside.behind))]
}

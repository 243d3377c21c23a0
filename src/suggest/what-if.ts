import type { Use } from '../extract/types.ts'
import { judgeUse } from '../judge/judge-use.ts'
import type { Finding, Verdict } from '../judge/types.ts'
import type { PullPlan } from '../plan/types.ts'
import { probe } from '../probe/probe.ts'
import type { World } from '../world.ts'

/** Asks whether images could be pulled in the place of the one that a finding is about. */
export interface WhatIf {
  /** What every node of the use would make of another image; `not-checked` where too much was asked already. */
  verdict(finding: Finding, image: string): Promise<Verdict>
}

/** What is known of the uses, and how the nodes would pull other ones. */
export interface WhatIfFacts {
  readonly uses: readonly Use[]
  readonly plansFor: (uses: readonly Use[]) => readonly PullPlan[]
  readonly withoutSecrets: boolean
}

/** So many images are asked for in a run at most: each costs a few requests. */
const mostImages = 60

/** Plans, asks and judges other images as the run does its own. */
export function createWhatIf(facts: WhatIfFacts, world: Pick<World, 'registry' | 'log'>): WhatIf {
  const asked = new Map<string, Promise<Verdict>>()
  return {
    verdict: async ({ uses }, image) => {
      const use = facts.uses.find(({ id }) => id === uses[0])
      const key = JSON.stringify([use?.id, image])
      const known = asked.get(key)
      if (known !== undefined || use === undefined || asked.size >= mostImages) return known ?? 'not-checked'
      const answer = ask({ ...use, image }, facts, world)
      asked.set(key, answer)
      return answer
    },
  }
}

async function ask(use: Use, facts: WhatIfFacts, world: Pick<World, 'registry' | 'log'>): Promise<Verdict> {
  const plans = facts.plansFor([use])
  const evidence = await probe(plans, { registry: world.registry, log: silent })
  const verdicts = plans.map(plan => judgeUse(plan, evidence.get(plan), facts.withoutSecrets).verdict)
  return worst.find(verdict => verdicts.includes(verdict)) ?? 'not-checked'
}

const worst: readonly Verdict[] = ['unpullable', 'unknown', 'not-checked', 'pullable']

const silent: World['log'] = { progress() {}, debug() {} }

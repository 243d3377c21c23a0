import type { Use } from '../extract/types.ts'
import { judgeUse } from '../judge/judge-use.ts'
import type { Finding } from '../judge/types.ts'
import type { PullPlan } from '../plan/types.ts'
import { probe } from '../probe/probe.ts'
import type { World } from '../world.ts'

/** Asks whether images could be pulled in the place of the one that a finding is about. */
export interface WhatIf {
  /** Those of the images that every node of the use could pull, in their order. */
  pullable(finding: Finding, images: readonly string[]): Promise<readonly string[]>
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
  const asked = new Map<string, Promise<boolean>>()
  const isPullable = (use: Use, image: string): Promise<boolean> => {
    const key = JSON.stringify([use.id, image])
    const known = asked.get(key) ?? (asked.size < mostImages ? ask({ ...use, image }, facts, world) : undefined)
    if (known !== undefined) asked.set(key, known)
    return known ?? Promise.resolve(false)
  }
  return {
    pullable: async ({ uses }, images) => {
      const use = facts.uses.find(({ id }) => id === uses[0])
      if (use === undefined) return []
      const answers = await Promise.all(images.map(async image => isPullable(use, image)))
      return images.filter((_, index) => answers[index])
    },
  }
}

async function ask(use: Use, facts: WhatIfFacts, world: Pick<World, 'registry' | 'log'>): Promise<boolean> {
  const plans = facts.plansFor([use])
  const evidence = await probe(plans, { registry: world.registry, log: silent })
  const verdicts = plans.map(plan => judgeUse(plan, evidence.get(plan), facts.withoutSecrets).verdict)
  return verdicts.length > 0 && verdicts.every(verdict => verdict === 'pullable')
}

const silent: World['log'] = { progress() {}, debug() {} }

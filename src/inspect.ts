import type { CheckRequest } from './config/types.ts'
import { discover } from './discover/discover.ts'
import type { PathProblem, Source } from './discover/types.ts'
import { type ResourceTable, resourcesWith } from './extract/custom-resources/table.ts'
import type { Inventory, Use } from './extract/types.ts'
import { withStringsAsUses } from './judge/unchecked/image-like-strings.ts'
import { judge } from './judge/judge.ts'
import type { Judgement } from './judge/types.ts'
import { loadNodeHosts } from './node/load.ts'
import { boundUses } from './plan/bound-uses.ts'
import { plan } from './plan/plan.ts'
import type { PullPlan } from './plan/types.ts'
import { probe } from './probe/probe.ts'
import type { Evidence } from './probe/types.ts'
import { readAll, readTouched } from './read-sources.ts'
import type { Reach } from './read-sources.ts'
import type { Rendered } from './render/types.ts'
import type { World } from './world.ts'

/** Everything that was found out about one state of the repository. */
export interface Inspection {
  /** Paths of the call that could not be used. */
  readonly problems: readonly PathProblem[]
  readonly rendered: readonly Rendered[]
  /** Sources that the change does not touch; they were not checked. */
  readonly untouched: readonly Source[]
  readonly inventory: Inventory
  /** Where custom kinds name images. */
  readonly resources: ResourceTable
  readonly plans: readonly PullPlan[]
  /** Undefined for an inventory, where nothing was asked. */
  readonly evidence: Evidence | undefined
  readonly judgement: Judgement
  /** The judgement by other evidence. */
  readonly judgeBy: (evidence: Evidence | undefined) => Judgement
  /** How the nodes would pull other uses in the same surroundings. */
  readonly plansFor: (uses: readonly Use[]) => readonly PullPlan[]
}

/**
 * From paths to verdicts and findings, for the files of the given world: the head's or those of the base. Where a reach
 * is given, only for the sources that the change reaches.
 */
export async function inspect(request: CheckRequest, world: World, reach?: Reach): Promise<Inspection> {
  const { problems, rendered, known, untouched, inventory } = await read(request, world, reach)
  const nodes = await loadNodeHosts(request.environments, world.files)
  const plansFor = (uses: readonly Use[]) =>
    plan({ ...inventory, uses }, known, { ...request, registries: nodes.registries })
  const plans = plansFor(inventory.uses)
  const evidence = request.offline ? undefined : await probe(plans, world)
  const facts = { problems, rendered, untouched, inventory, plans, resources: resourcesWith(request.customResources) }
  const today = new Date(world.clock.now()).toISOString().slice(0, 10)
  const judgeBy = (seen: Evidence | undefined): Judgement =>
    judge({
      ...facts,
      evidence: seen,
      quota: world.registry.usage.pullQuota,
      request,
      nodeNotes: nodes.notes,
      today,
    })
  return { ...facts, evidence, judgement: judgeBy(evidence), judgeBy, plansFor }
}

/** What the sources hold, as far as there is room for it in one run. */
async function read(request: CheckRequest, world: World, reach: Reach | undefined) {
  const { sources, problems } = await discover(request, world)
  const reading = { request, world }
  const found = reach === undefined ? await readAll(sources, reading) : await readTouched(sources, reach, reading)
  const inventory = request.checkImageLike === true ? withStringsAsUses(found.inventory) : found.inventory
  return { problems, ...boundUses({ ...found, inventory }, { environments: request.environments.length }) }
}

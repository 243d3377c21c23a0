import type { CheckRequest } from './config/types.ts'
import { discover } from './discover/discover.ts'
import type { PathProblem } from './discover/types.ts'
import { extract } from './extract/extract.ts'
import type { Inventory } from './extract/types.ts'
import { judge } from './judge/judge.ts'
import type { Judgement } from './judge/types.ts'
import { loadNodeHosts } from './node/load.ts'
import { plan } from './plan/plan.ts'
import type { PullPlan } from './plan/types.ts'
import { probe } from './probe/probe.ts'
import type { Evidence } from './probe/types.ts'
import { render } from './render/render.ts'
import type { Rendered } from './render/types.ts'
import type { World } from './world.ts'

/** Everything that was found out about one state of the repository. */
export interface Inspection {
  /** Paths of the call that could not be used. */
  readonly problems: readonly PathProblem[]
  readonly rendered: readonly Rendered[]
  readonly inventory: Inventory
  readonly plans: readonly PullPlan[]
  /** Undefined for an inventory, where nothing was asked. */
  readonly evidence: Evidence | undefined
  readonly judgement: Judgement
}

/** From paths to verdicts and findings, for the files of the given world: the head's or those of the base. */
export async function inspect(request: CheckRequest, world: World): Promise<Inspection> {
  const { sources, problems } = await discover(request, world)
  const rendered = await render(sources, request, world)
  const inventory = extract(rendered)
  const nodes = await loadNodeHosts(request.environments, world.files)
  const plans = plan(inventory, sources, { ...request, registries: nodes.registries })
  const evidence = request.offline ? undefined : await probe(plans, world)
  const facts = { problems, rendered, inventory, plans, evidence }
  const quota = world.registry.usage.pullQuota
  const today = new Date(world.clock.now()).toISOString().slice(0, 10)
  return { ...facts, judgement: judge({ ...facts, quota, request, nodeNotes: nodes.notes, today }) }
}

import type { CheckRequest } from './config/types.ts'
import { discover } from './discover/discover.ts'
import { touchedSources } from './discover/touched.ts'
import type { Scope } from './discover/touched.ts'
import type { PathProblem, Source } from './discover/types.ts'
import { extract } from './extract/extract.ts'
import { inventoryOf } from './extract/inventory-of.ts'
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
  /** Sources that the change does not touch; they were not checked. */
  readonly untouched: readonly Source[]
  readonly inventory: Inventory
  readonly plans: readonly PullPlan[]
  /** Undefined for an inventory, where nothing was asked. */
  readonly evidence: Evidence | undefined
  readonly judgement: Judgement
}

/**
 * From paths to verdicts and findings, for the files of the given world: the head's or those of the base. Where `changed`
 * paths are given, only for the sources that they touch.
 */
export async function inspect(request: CheckRequest, world: World, changed?: readonly string[]): Promise<Inspection> {
  const { sources, problems } = await discover(request, world)
  const everything = { touched: sources, untouched: [] }
  const scope = changed === undefined ? everything : await touchedSources(sources, changed, world.files)
  const { rendered, inventory, known } = await read(scope, request, world)
  const nodes = await loadNodeHosts(request.environments, world.files)
  const plans = plan(inventory, known, { ...request, registries: nodes.registries })
  const evidence = request.offline ? undefined : await probe(plans, world)
  const facts = { problems, rendered, untouched: scope.untouched, inventory, plans, evidence }
  const quota = world.registry.usage.pullQuota
  const today = new Date(world.clock.now()).toISOString().slice(0, 10)
  return { ...facts, judgement: judge({ ...facts, quota, request, nodeNotes: nodes.notes, today }) }
}

/**
 * What the touched sources hold. The others are rendered too where there is a pod: its pull secrets and its account may
 * stand in any of them, and without those its verdict would be another.
 */
async function read({ touched, untouched }: Scope, request: CheckRequest, world: World): Promise<Read> {
  const rendered = await render(touched, request, world)
  const own = extract(rendered)
  const isAlone = untouched.length === 0 || own.uses.length === 0
  const all = isAlone ? rendered : [...rendered, ...(await render(untouched, request, world))]
  const inventory = isAlone ? own : inventoryOf(touched, extract(all))
  return { rendered, inventory, known: all.map(({ source }) => source) }
}

interface Read extends Pick<Inspection, 'rendered' | 'inventory'> {
  /** All sources that objects of the inventory come from. */
  readonly known: readonly Source[]
}

import type { CheckRequest } from './config/types.ts'
import { discover } from './discover/discover.ts'
import { mayDeliver } from './discover/gitops/may-deliver.ts'
import { touchedSources } from './discover/changed/touched.ts'
import type { Scope } from './discover/changed/touched.ts'
import type { PathProblem, Source } from './discover/types.ts'
import { extract } from './extract/extract.ts'
import { type ResourceTable, resourcesWith } from './extract/custom-resources/table.ts'
import { inventoryOf } from './extract/inventory-of.ts'
import { leansOnOthers } from './extract/secrets/leans-on-others.ts'
import type { Inventory, Use } from './extract/types.ts'
import { withStringsAsUses } from './judge/unchecked/image-like-strings.ts'
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
 * From paths to verdicts and findings, for the files of the given world: the head's or those of the base. Where `changed`
 * paths are given, only for the sources that they touch.
 */
export async function inspect(request: CheckRequest, world: World, changed?: readonly string[]): Promise<Inspection> {
  const { sources, problems } = await discover(request, world)
  const { rendered, known, untouched, ...read } =
    changed === undefined
      ? await readAll(sources, request, world)
      : await readTouched(await touchedSources(sources, changed, world.files), changed, { request, world })
  const inventory = request.checkImageLike === true ? withStringsAsUses(read.inventory) : read.inventory
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

interface Read extends Pick<Inspection, 'rendered' | 'inventory' | 'untouched'> {
  /** All sources that objects of the inventory come from. */
  readonly known: readonly Source[]
}

async function readAll(sources: readonly Source[], request: CheckRequest, world: World): Promise<Read> {
  const rendered = await render(sources, request, world)
  const inventory = extract(rendered, resourcesWith(request.customResources))
  return { rendered, inventory, untouched: [], known: sourcesOf(rendered) }
}

/**
 * What the touched sources hold. Where there is a pod, manifests beside them are read too, since its account may stand
 * there; charts only where it names a secret or an account that is nowhere else. Those that may deliver others are read
 * in any case, since only they tell what is touched by way of them.
 */
async function readTouched(
  scope: Scope,
  changed: readonly string[],
  { request, world }: { readonly request: CheckRequest; readonly world: World },
): Promise<Read> {
  const isWanted = wantedBy(scope, changed, world)
  const delivering = await mayDeliver(scope.untouched, world.files)
  const seen = await render([...scope.touched, ...delivering], request, { ...world, isWanted })
  const wanted = await Promise.all(seen.map(({ source }) => isWanted(source)))
  const rendered = seen.filter((_, index) => wanted[index])
  const left = seen.flatMap(({ source }, index) => (!wanted[index] && isDelivered(source) ? source : []))
  const untouched = [...scope.untouched, ...left]
  const resources = resourcesWith(request.customResources)
  const own = extract(rendered, resources)
  const isAlone = untouched.length === 0 || own.uses.length === 0
  const rest = isAlone ? [] : scope.untouched.filter(source => !delivering.includes(source))
  const others = leansOnOthers(own) ? rest : rest.filter(({ kind }) => kind === 'manifests')
  const all = isAlone ? rendered : [...seen, ...(await render(others, request, world))]
  const inventory = isAlone ? own : inventoryOf(sourcesOf(rendered), extract(all, resources))
  return { rendered, inventory, untouched, known: sourcesOf(all) }
}

function sourcesOf(rendered: readonly Rendered[]): readonly Source[] {
  return rendered.map(({ source }) => source)
}

function wantedBy(scope: Scope, changed: readonly string[], world: World): (source: Source) => Promise<boolean> {
  const plain = new Set(scope.touched.map(({ id }) => id))
  return async source => plain.has(source.id) || (isDelivered(source) && (await isTouched(source, changed, world)))
}

function isDelivered(source: Source): boolean {
  const kind = source.kind === 'unresolved' ? source.of : source.kind
  return kind === 'argocd' || kind === 'flux'
}

async function isTouched(source: Source, changed: readonly string[], { files }: World): Promise<boolean> {
  return (await touchedSources([source], changed, files)).touched.length > 0
}

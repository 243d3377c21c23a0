import type { CheckRequest } from './config/types.ts'
import { discover } from './discover/discover.ts'
import type { PathProblem } from './discover/types.ts'
import { extract } from './extract/extract.ts'
import { judge } from './judge/judge.ts'
import { loadNodeHosts } from './node/load.ts'
import { plan } from './plan/plan.ts'
import { probe } from './probe/probe.ts'
import { chartRenderer } from './render/chart-renderer.ts'
import { render } from './render/render.ts'
import { buildReport } from './report/build.ts'
import type { Report } from './report/schema.ts'
import { suggest } from './suggest/suggest.ts'
import { locate } from './trace/locate.ts'
import { createRenderMarked } from './trace/render-marked.ts'
import { version } from './version.ts'
import type { World } from './world.ts'

export interface CheckResult {
  readonly report: Report
  /** Paths of the call that could not be used. */
  readonly problems: readonly PathProblem[]
}

/** The whole check: from paths to a report. */
export async function check(request: CheckRequest, world: World): Promise<CheckResult> {
  const startedAt = world.clock.now()
  const { sources, problems } = await discover(request, world)
  const rendered = await render(sources, request, world)
  const inventory = extract(rendered)
  const nodes = await loadNodeHosts(request.environments, world.files)
  const plans = plan(inventory, sources, { ...request, registries: nodes.registries })
  const evidence = request.offline ? undefined : await probe(plans, world)
  const facts = { request, rendered, inventory, plans, evidence }
  const judgement = judge({ ...facts, problems, nodeNotes: nodes.notes, today: isoDate(startedAt) })
  const renderMarked = createRenderMarked(chartRenderer(request, world), world)
  const locations = await locate({ inventory, judgement, rendered, renderMarked }, world)
  const fixes = suggest(judgement.findings)
  const cost = { usage: world.registry.usage, durationMs: world.clock.now() - startedAt }
  return { problems, report: buildReport({ ...facts, ...cost, version, judgement, locations, fixes }) }
}

function isoDate(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10)
}

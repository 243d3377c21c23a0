import { awaitImages, referencesAt } from './await-images.ts'
import { changesSince } from './compare/changes.ts'
import type { Changes } from './compare/changes.ts'
import { compare } from './compare/compare.ts'
import type { CheckRequest } from './config/types.ts'
import type { PathProblem } from './discover/types.ts'
import { inspect } from './inspect.ts'
import { Interrupted } from './interrupted.ts'
import { chartRenderer } from './render/helm/chart-renderer.ts'
import { deliveryRenderer } from './render/delivered/delivery-renderer.ts'
import { kustomizationRenderer } from './render/kustomize/kustomization-renderer.ts'
import { once } from './render/once.ts'
import { buildReport } from './report/build.ts'
import type { Report } from './report/schema.ts'
import { reachOf } from './reach.ts'
import { createLookFurther } from './suggest/look-further.ts'
import { suggest } from './suggest/suggest.ts'
import { createWhatIf } from './suggest/what-if.ts'
import { inlineIgnores } from './trace/ignores/inline-ignores.ts'
import { lineReader } from './trace/text/line-reader.ts'
import { locate } from './trace/locate.ts'
import { createRenderMarked } from './trace/chart/render-marked.ts'
import { version } from './version.ts'
import type { World } from './world.ts'

export interface CheckResult {
  readonly report: Report
  /** Paths of the call that could not be used. */
  readonly problems: readonly PathProblem[]
}

const noBase = { kind: 'none', why: 'there is nothing to compare with' } as const

/**
 * The whole check: inspect (discover, render, extract, plan, probe, judge), compare with the base, trace findings to
 * their lines, suggest fixes, report.
 */
export async function check(request: CheckRequest, world: World): Promise<CheckResult> {
  const startedAt = world.clock.now()
  const base = once(async () => (request.base === undefined ? noBase : world.git.base(request.base)))
  const changes = await changesSince(base, request, world)
  const paths = pathsToCheck(request, changes)
  const reach = paths && reachOf(paths, { base, git: world.git, request, world })
  const inspected = await inspect(request, world, reach)
  // what is piped in belongs to no commit, so none of it is old
  const inspectAt = (files: World['files'], offline = false) =>
    inspect({ ...request, stdin: '', offline: offline || request.offline }, { ...world, files }, reach)
  const baseReferences = once(() => referencesAt({ base, git: world.git, inspectAt }))
  const head = await awaitImages(inspected, { request, world, baseReferences })
  const comparison = await compare(head, { request, base, git: world.git, inspectAt })
  const locations = await locate({ ...head, ...renderersOf(request, world), traceAll: request.traceAll }, world)
  const { findings, wrong } = await inlineIgnores(head.judgement.findings, locations, world.files)
  const judgement = { ...head.judgement, findings }
  const whatIf = createWhatIf({ ...head, uses: head.inventory.uses, withoutSecrets: request.withoutSecrets }, world)
  const further = createLookFurther(head, world.registry, whatIf)
  const fixes = await suggest(findings, { locations, readLine: lineReader(world.files), further })
  const cost = { usage: usageOf(world), durationMs: world.clock.now() - startedAt }
  const told = { changedConfiguration: changes?.configuration, wrongComments: wrong, ...endOf(world) }
  const report = buildReport({ ...head, judgement, ...cost, ...told, request, version, comparison, locations, fixes })
  return { problems: head.problems, report }
}

/** Undefined: everything is checked, as where the change edits what the check is configured by. */
function pathsToCheck({ changedOnly }: CheckRequest, changes: Changes | undefined): readonly string[] | undefined {
  return changedOnly === true && changes?.configuration.length === 0 ? changes.paths : undefined
}

/** Sources are rendered once more, with marks in their texts. */
function renderersOf(request: CheckRequest, world: World) {
  return {
    renderMarked: createRenderMarked(chartRenderer(request, world)),
    buildCopy: kustomizationRenderer(request, world),
    delivery: deliveryRenderer(request, world),
  }
}

function endOf({ clock }: World): { readonly isInterrupted: boolean } {
  return { isInterrupted: clock.deadline.reason instanceof Interrupted }
}

function usageOf({ registry, charts }: World): World['registry']['usage'] {
  return { ...registry.usage, requests: registry.usage.requests + charts.requests }
}

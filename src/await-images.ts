import type { CheckRequest } from './config/types.ts'
import type { Inspection } from './inspect.ts'
import type { FindingCode } from './judge/codes.ts'
import type { PullPlan } from './plan/types.ts'
import { probe } from './probe/probe.ts'
import type { PullEvidence } from './probe/types.ts'
import type { BaseCommit, World } from './world.ts'

/** What waiting needs besides what was found at first. */
export interface AwaitOptions {
  readonly request: Pick<CheckRequest, 'waitMs'>
  readonly world: Pick<World, 'registry' | 'clock' | 'log'>
  /** The references that the base has; asked only where an image is missing. */
  readonly baseReferences: () => Promise<ReadonlySet<string>>
}

const firstPauseMs = 2000
const longestPauseMs = 60_000
const growth = 1.5

const notThere: ReadonlySet<FindingCode> = new Set(['tag-not-found', 'digest-not-found', 'repository-not-found'])

/**
 * Waits for images of the change that are still being built: asks again for what is missing, with growing pauses, until
 * all of it is there or the time is over. What the base names too will not come by waiting.
 */
export async function awaitImages(head: Inspection, { request, world, ...options }: AwaitOptions): Promise<Inspection> {
  const { clock, log } = world
  const endsAt = clock.now() + (request.waitMs ?? 0)
  let found = head
  for (let pause = firstPauseMs; clock.now() < endsAt && !clock.deadline.aborted; pause *= growth) {
    const missing = await awaited(found, options)
    if (missing.length === 0) return found
    const labels = new Set(missing.map(({ use }) => use.image))
    log.progress({ stage: 'wait', done: 0, total: labels.size, label: [...labels].join(', ') })
    await clock.sleep(Math.min(pause, longestPauseMs, endsAt - clock.now()), clock.deadline)
    found = withEvidence(found, await probe(missing, { registry: world.registry.fresh(), log }))
  }
  return found
}

async function awaited(
  { judgement, plans }: Inspection,
  { baseReferences }: Pick<AwaitOptions, 'baseReferences'>,
): Promise<readonly PullPlan[]> {
  const blamed = judgement.findings.filter(({ code, ignored }) => notThere.has(code) && ignored === undefined)
  if (blamed.length === 0) return []
  const known = await baseReferences()
  const wanted = new Set(blamed.flatMap(({ environment, uses }) => uses.map(use => `${environment} ${use}`)))
  return plans.filter(
    plan =>
      // what may be no image at all may never come
      plan.use.role !== 'heuristic' &&
      wanted.has(`${plan.environment.name} ${plan.use.id}`) &&
      !known.has(referenceOf(plan)),
  )
}

/** What a plan asks for, whichever way it is written. */
function referenceOf({ reference, use }: PullPlan): string {
  return reference.kind === 'reference' ? reference.pull : use.image
}

/** A registry that stumbles while it is asked again takes nothing back of what it said before. */
function withEvidence(inspection: Inspection, again: ReadonlyMap<PullPlan, PullEvidence>): Inspection {
  const usable = [...again].filter(([, { attempts }]) => !attempts.some(({ end }) => isTransient(end.kind)))
  const evidence = new Map([...(inspection.evidence ?? []), ...usable])
  return { ...inspection, evidence, judgement: inspection.judgeBy(evidence) }
}

function isTransient(kind: PullEvidence['attempts'][number]['end']['kind']): boolean {
  return kind === 'failed' || kind === 'limited'
}

/** What the base refers to; nothing where it can't be had, since all of it is new then. Asks no registry. */
export async function referencesAt(options: {
  readonly base: () => Promise<BaseCommit>
  readonly git: Pick<World['git'], 'files'>
  readonly inspectAt: (files: World['files'], offline: true) => Promise<Inspection>
}): Promise<ReadonlySet<string>> {
  const base = await options.base()
  const files = base.kind === 'commit' ? await options.git.files(base.sha) : undefined
  return new Set(files === undefined ? [] : (await options.inspectAt(files, true)).plans.map(referenceOf))
}

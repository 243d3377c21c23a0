import type { PullPlan } from '../plan/types.ts'
import { placeAt } from './attempt.ts'
import { lookBehind } from './content.ts'
import type { Look } from './look.ts'
import type { Attempt, PullEvidence } from './types.ts'
import { lookWithAllEyes } from './views.ts'

const nothing: PullEvidence = { attempts: [] }

/**
 * The walk from a plan to its evidence, as a pure function of what is known: where an answer is missing, `look` notes
 * the question and the walk is made again when it is there. Follow-ups go only to failures.
 */
export function gather(plan: PullPlan, look: Look): PullEvidence {
  if (!isAskable(plan)) return nothing
  const views = lookWithAllEyes(plan, look)
  if (views === undefined) return nothing
  const all = [...views.attempts, views.runner, views.anonymous].filter(attempt => attempt !== undefined)
  const seeing = all.find(attempt => attempt.end.kind === 'found')
  const content = seeing && lookBehind(plan, seeing, look)
  return {
    ...views,
    content,
    tags: seeing === undefined ? tagsAfterAbsence(plan, all, look) : undefined,
  }
}

/** Nothing is asked for a use that no node would pull, or that every node would refuse before asking. */
function isAskable(plan: PullPlan): boolean {
  return (
    plan.reference.kind === 'reference' &&
    plan.pullPolicy !== 'Never' &&
    plan.platforms.length > 0 &&
    plan.obstacle === undefined &&
    plan.credentials.undecodable === undefined
  )
}

/** The tag list tells a missing tag from a missing repository, and offers the nearest tags. */
function tagsAfterAbsence(plan: PullPlan, attempts: readonly Attempt[], look: Look): PullEvidence['tags'] {
  const attempt = attempts.find(({ end }) => end.kind === 'absent' && end.missing !== 'repository')
  const host = attempt?.tries.at(-1)?.host
  if (attempt === undefined || host === undefined) return undefined
  return look.tags({ ask: 'tags', ...placeAt(host, attempt.access, plan) })
}

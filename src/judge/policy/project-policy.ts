import type { Policy } from '../../config/types.ts'
import type { PullPlan } from '../../plan/types.ts'
import type { Draft } from '../draft.ts'
import { subject } from '../subject.ts'
import type { Verdict } from '../types.ts'

/** What the project itself forbids, whether or not it can be pulled. */
export function projectPolicy(plan: PullPlan, policy: Policy, verdict: Verdict): readonly Draft[] {
  const { reference } = plan
  if (reference.kind === 'reference-error') return []
  const args = subject(plan)
  const drafts: Draft[] = []
  if (reference.digest === null && args.tag === 'latest') drafts.push({ code: 'latest-tag', verdict, args })
  if (reference.digest === null) drafts.push({ code: 'digest-required', verdict, args })
  if (!isAllowed(`${reference.domain}/${reference.path}`, policy.allowedRegistries))
    drafts.push({ code: 'registry-not-allowed', verdict, args })
  return drafts
}

/** An entry is a registry or a path below one, matched at a `/`. */
function isAllowed(name: string, allowed: readonly string[]): boolean {
  return (
    allowed.length === 0 || allowed.some(entry => name === entry || name.startsWith(`${entry.replace(/\/$/, '')}/`))
  )
}

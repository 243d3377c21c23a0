import { formatPlatform } from '../platform/parse.ts'
import type { PullPlan } from '../plan/types.ts'
import type { PullEvidence } from '../probe/types.ts'
import { judgeAccess } from './access/access.ts'
import { judgeContent } from './content/content.ts'
import type { Draft } from './draft.ts'
import { blockedRoute, missedHosts } from './node-route.ts'
import { subject } from './subject.ts'
import type { Assumption, PlatformVerdict, Verdict } from './types.ts'

/** What is judged of one use in one environment. */
export interface JudgedUse {
  readonly verdict: Verdict
  readonly platforms: readonly PlatformVerdict[]
  readonly assumptions: readonly Assumption[]
  readonly drafts: readonly Draft[]
}

/** From the first layer to the last; the first that is broken is the root cause. */
export function judgeUse(plan: PullPlan, evidence: PullEvidence | undefined, withoutSecrets: boolean): JudgedUse {
  const early = beforeAsking(plan)
  if (evidence === undefined) return unasked(plan, early)
  if (early !== undefined) return closed(plan, early, secretNotes(plan, early))
  const access = judgeAccess({ plan, evidence, withoutSecrets })
  if (access.kind === 'closed') return closed(plan, access.draft, secretNotes(plan, access.draft))
  if (evidence.content === undefined) throw new Error(`no content was looked at for ${plan.use.image}`)
  const { platforms, drafts } = judgeContent(plan, evidence.content)
  return {
    verdict: foldVerdicts(platforms.map(({ verdict }) => verdict)),
    platforms,
    assumptions: [...access.assumptions, ...anyBuilds(plan)],
    drafts: [
      ...drafts,
      ...(access.draft ? [access.draft] : []),
      ...missedHosts(plan, evidence.content),
      ...secretNotes(plan),
    ],
  }
}

/** A Windows image runs on the build that it was made for, and pulls on any where the environment states none. */
function anyBuilds({ platforms }: PullPlan): readonly Assumption[] {
  const open = platforms.filter(({ os, osVersion }) => os === 'windows' && osVersion === undefined)
  return open.map(platform => ({ code: 'any-windows-build', platform: formatPlatform(platform) }))
}

/** What needs no question: the name, the policy, the platforms and a secret that stops the kubelet. */
function beforeAsking(plan: PullPlan): Draft | undefined {
  const { reference, credentials, use, pullPolicy } = plan
  const args = subject(plan)
  if (reference.kind === 'reference-error') {
    const code = reference.written === '' ? 'empty-reference' : 'invalid-reference'
    const { code: reason, detail } = reference.reason
    return { code, verdict: 'unpullable', args: { ...args, reason, detail } }
  }
  if (pullPolicy === 'Never') return { code: 'never-pull', verdict: 'not-checked', args }
  if (plan.platforms.length === 0) return { code: 'no-node-for-workload', verdict: 'not-checked', args }
  if (credentials.undecodable === undefined) return plan.obstacle && blockedRoute(plan, plan.obstacle)
  const { secret, error } = credentials.undecodable
  const namespace = use.workload.namespace
  return {
    code: 'pull-secret-invalid',
    verdict: 'unpullable',
    args: { ...args, secrets: [secret], detail: error, namespace },
  }
}

/** The inventory alone: what is wrong without asking is said, the verdict stays open. */
function unasked(plan: PullPlan, early: Draft | undefined): JudgedUse {
  const verdict = 'not-checked'
  const platforms = plan.platforms.map(platform => ({ platform: formatPlatform(platform), verdict }) as const)
  const isTold = early !== undefined && early.code !== 'never-pull' && early.code !== 'no-node-for-workload'
  return { verdict, platforms, assumptions: [], drafts: [...(isTold ? [early] : []), ...secretNotes(plan)] }
}

function closed(plan: PullPlan, draft: Draft, notes: readonly Draft[]): JudgedUse {
  const { verdict } = draft
  const platforms = plan.platforms.map(platform => ({
    platform: formatPlatform(platform),
    verdict,
  }))
  return { verdict, platforms, assumptions: [], drafts: [draft, ...notes] }
}

/**
 * What a person should know of the secrets that are named. That none matches is normal for an image of another
 * registry, so it is only said where the pull ends at the door.
 */
function secretNotes({ credentials, use }: PullPlan, cause?: Draft): readonly Draft[] {
  const atTheDoor =
    cause?.code === 'not-found-or-private' || cause?.code === 'access-denied' || cause?.code === 'no-pull-secret'
  const verdict = cause?.verdict ?? 'pullable'
  return credentials.notes
    .filter(({ code }) => code !== 'pull-secret-no-match' || atTheDoor)
    .map(({ code, secret, detail }) => ({
      code,
      verdict,
      ofImage: false,
      args: {
        secrets: [secret],
        namespaces: detail,
        namespace: use.workload.namespace,
        reason: detail[0],
        serviceAccount: credentials.serviceAccount,
      },
    }))
}

const worstFirst = ['unpullable', 'unknown', 'pullable', 'not-checked'] as const

/** The worst of several verdicts. */
function foldVerdicts(verdicts: readonly Verdict[]): Verdict {
  return worstFirst.find(verdict => verdicts.includes(verdict)) ?? 'not-checked'
}

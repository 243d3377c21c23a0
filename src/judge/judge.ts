import type { CheckRequest, IgnoreRule } from '../config/types.ts'
import type { PathProblem } from '../discover/types.ts'
import type { Inventory } from '../extract/types.ts'
import type { NodeFileNote } from '../node/types.ts'
import type { PullPlan } from '../plan/types.ts'
import { accessName } from '../probe/question.ts'
import type { Evidence, PullEvidence } from '../probe/types.ts'
import type { RegistryUsage } from '../registry/types.ts'
import type { Rendered } from '../render/types.ts'
import { coverage } from './unchecked/coverage.ts'
import type { PlacedDraft } from './placed-draft.ts'
import type { Draft } from './draft.ts'
import { drift } from './content/drift.ts'
import { ignoreMatcher } from './policy/ignore.ts'
import { ignoreNotes } from './policy/ignore-notes.ts'
import { judgeUse } from './judge-use.ts'
import type { JudgedUse } from './judge-use.ts'
import { largeImages } from './content/large-image.ts'
import { mergeFindings } from './merge.ts'
import { nodeFiles } from './unchecked/node-files.ts'
import { projectPolicy } from './policy/project-policy.ts'
import { rateLimitRisk } from './policy/rate-limit-risk.ts'
import { relocated } from './policy/relocated.ts'
import { layerOf } from './policy/rules.ts'
import { severityOf } from './policy/severity.ts'
import { subject } from './subject.ts'
import { toldAuthorities } from './access/told-authorities.ts'
import type { Finding, Judgement, UseVerdict } from './types.ts'

/** What the judging reads. */
export interface Case {
  readonly plans: readonly PullPlan[]
  /** Undefined for an inventory, where nothing was asked. */
  readonly evidence: Evidence | undefined
  readonly rendered: readonly Rendered[]
  readonly inventory: Inventory
  readonly problems: readonly PathProblem[]
  /** About files of the nodes' registry configuration. */
  readonly nodeNotes?: readonly NodeFileNote[] | undefined
  readonly request: CheckRequest
  /** The pulls that a registry has left for us, where one counts them. */
  readonly quota?: RegistryUsage['pullQuota']
  /** ISO date, for rules that expire. */
  readonly today: string
}

/** Verdicts and findings, from facts alone. */
export function judge(given: Case): Judgement {
  const { request, rendered, inventory, problems } = given
  const { ignores } = request.policy
  const used = new Set<IgnoreRule>()
  const trusted = toldAuthorities(given.evidence)
  const context = { request, ignored: ignoreMatcher(ignores, given.today), used, trusted }
  const judged = given.plans.map(plan => judgePlan(plan, given.evidence, context))
  const apart = [...coverage(rendered, inventory, problems), ...nodeFiles(given.nodeNotes ?? [])]
  const placed = apart.map(draft => finding(draft, undefined, context))
  const ofUses = judged.flatMap(({ findings }) => findings)
  // where a limit was met, that it may be met is no news
  const risk = ofUses.some(({ code }) => code === 'rate-limited') ? [] : quotaRisk(given, context)
  const findings = [...ofUses, ...placed, ...risk].filter(({ severity }) => severity !== 'off')
  return {
    verdicts: judged.map(({ verdict }) => verdict),
    findings: mergeFindings(findings),
    ignoreNotes: ignoreNotes(ignores, given.today, given.evidence && used),
  }
}

function quotaRisk({ quota, plans }: Case, context: Context): readonly Finding[] {
  const risk = rateLimitRisk(quota, plans)
  if (risk === undefined) return []
  const rules = new Map(risk.plans.map(plan => [plan, context.ignored(risk.draft.code, plan.reference)]))
  for (const rule of rules.values()) if (rule !== undefined) context.used.add(rule)
  // what is ignored is left out of the count; where nothing is left, the whole is what is ignored
  const others = rateLimitRisk(
    quota,
    risk.plans.filter(plan => rules.get(plan) === undefined),
  )
  const { draft, plans: drawing } = others ?? risk
  const reason = others === undefined ? [...rules.values()].find(rule => rule !== undefined)?.reason : undefined
  const uses = [...new Set(drawing.map(plan => plan.use.id))]
  return [{ ...finding(draft, undefined, context), uses, ignored: reason === undefined ? undefined : { reason } }]
}

interface Context {
  readonly request: CheckRequest
  readonly ignored: ReturnType<typeof ignoreMatcher>
  /** The ignore rules that matched a finding. */
  readonly used: Set<IgnoreRule>
  readonly trusted: ReturnType<typeof toldAuthorities>
}

function judgePlan(
  plan: PullPlan,
  evidence: Evidence | undefined,
  context: Context,
): { verdict: UseVerdict; findings: readonly Finding[] } {
  const { request } = context
  const seen = evidence?.get(plan)
  const judged = judgeUse(plan, seen, request.withoutSecrets)
  const policy = projectPolicy(plan, request.policy, judged.verdict)
  const drafts = [...judged.drafts, ...relocated(plan, judged.drafts), ...policy, ...hygiene(plan, seen, request)]
  return {
    verdict: useVerdict(plan, judged, context),
    findings: drafts.map(draft => finding(draft, plan, context)),
  }
}

/** What is no failure, and tells itself from what was read anyway. */
function hygiene(plan: PullPlan, seen: PullEvidence | undefined, request: CheckRequest): readonly Draft[] {
  return seen === undefined ? [] : [...largeImages(plan, seen.content, request.largeImageBytes), ...drift(plan, seen)]
}

function useVerdict(plan: PullPlan, judged: JudgedUse, { trusted }: Context): UseVerdict {
  const { known } = plan.credentials
  return {
    use: plan.use.id,
    environment: plan.environment.name,
    verdict: judged.verdict,
    platforms: judged.platforms,
    assumptions: [...judged.assumptions, ...trusted(plan)],
    credentials: known.length > 0 ? known.map(accessName) : ['anonymous'],
  }
}

function finding(draft: PlacedDraft, plan: PullPlan | undefined, { request, ignored, used }: Context): Finding {
  const rule = plan && ignored(draft.code, plan.reference)
  const set = severityOf(draft, request.policy)
  // whether such a text is an image at all is not known
  const severity = plan?.use.role === 'heuristic' && set === 'error' ? 'warning' : set
  if (rule !== undefined && severity !== 'off') used.add(rule)
  return {
    code: draft.code,
    layer: layerOf(draft.code),
    severity,
    verdict: draft.verdict,
    image: plan && draft.ofImage !== false ? subject(plan).reference : undefined,
    environment: plan?.environment.name,
    platform: draft.platform,
    uses: plan ? [plan.use.id] : [],
    args: draft.args,
    trail: (draft.answers ?? []).flatMap(answer => answer.trail),
    notChecked: draft.notChecked ?? [],
    place: draft.place,
    ignored: rule && { reason: rule.reason },
  }
}

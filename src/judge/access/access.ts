import type { Attempt, PullEvidence } from '../../probe/types.ts'
import type { PullPlan } from '../../plan/types.ts'
import type { RunnerLogin } from '../../registry/types.ts'
import type { Answer } from '../../registry/answers/types.ts'
import type { Manifest } from '../../registry/content/types.ts'
import { absence } from './absence.ts'
import type { Draft } from '../draft.ts'
import { isHiddenFromNobody, isHiddenOrMissing, provesNothing } from './hidden.ts'
import { subject } from '../subject.ts'
import type { Assumption, FindingArgs } from '../types.ts'
import { unanswered } from '../unanswered.ts'

/** Whether the node gets past the door: an opening (perhaps under an assumption), or the finding that closes it. */
export type AccessJudgement =
  | {
      readonly kind: 'open'
      readonly assumptions: readonly Assumption[]
      readonly draft?: Draft | undefined
    }
  | { readonly kind: 'closed'; readonly draft: Draft }

export interface AccessCase {
  readonly plan: PullPlan
  readonly evidence: PullEvidence
  /** A fork's or Dependabot's run: it holds no login by nature. */
  readonly withoutSecrets: boolean
}

/** Reads the evidence by the kind of credentials that the node has for this image. */
export function judgeAccess(given: AccessCase): AccessJudgement {
  const { credentials, environment } = given.plan
  if (credentials.known.length > 0) return knownCredentials(given)
  if (credentials.unknown.length > 0) return unknownSecrets(given)
  return environment.nodeCredentials.kind === 'runner' && !isOfJob(given) ? runnerLogin(given) : noCredentials(given)
}

const open = (assumptions: readonly Assumption[] = []): AccessJudgement => ({
  kind: 'open',
  assumptions,
})
const closed = (draft: Draft): AccessJudgement => ({ kind: 'closed', draft })

/** The kubelet ends with the first accepted credential; else what is not a refusal weighs more than a refusal. */
function knownCredentials(given: AccessCase): AccessJudgement {
  const { plan, evidence } = given
  const ends = evidence.attempts.map(attempt => attempt.end)
  if (ends.some(end => end.kind === 'found')) return open()
  if (plan.credentials.unknown.length > 0 && provesNothing(given, ends))
    return closed(denied(given, 'hidden-or-missing'))
  const settled = unsettled(given, ends) ?? absent(given, ends)
  if (settled !== undefined) return closed(settled)
  const observed = absent(given, [evidence.runner?.end])
  if (observed !== undefined) return closed(observed)
  if (plan.credentials.unknown.length > 0) return closed(denied(given, 'other-secret-unknown'))
  return closed({
    code: 'pull-secret-rejected',
    verdict: 'unpullable',
    answers: ends,
    notChecked: ['existence', 'platform', 'content'],
    args: { ...facts(given), public: sees(evidence.anonymous), ...refusal(ends) },
  })
}

/** A secret is named whose content is not known here: what anybody sees shows existence, nothing shows its absence. */
function unknownSecrets(given: AccessCase): AccessJudgement {
  const { plan, evidence } = given
  const views = [evidence.runner, evidence.anonymous]
  const repository = `${subject(plan).registry}/${subject(plan).repository}`
  if (views.some(sees)) return open([{ code: 'secret-opens', secrets: plan.credentials.unknown, repository }])
  if (isHiddenOrMissing(given)) return closed(denied(given, 'hidden-or-missing'))
  return closed(settle(given, views) ?? denied(given, 'secret-unknown'))
}

/** The job's own token opened the door for the runner; that nodes can do as the runner does cannot mean this one. */
function isOfJob({ evidence: { login } }: AccessCase): boolean {
  return login?.kind === 'login' && login.ofJob === true
}

function runnerLogin(given: AccessCase): AccessJudgement {
  const { evidence } = given
  const [own] = evidence.attempts
  const assumption = {
    code: 'nodes-hold-runner-login',
    registry: subject(given.plan).registry ?? '',
  } as const
  if (sees(own)) return open(own?.access.kind === 'runner' ? [assumption] : [])
  const settled = settle(given, [own])
  if (settled !== undefined) return closed(settled)
  return closed(sees(evidence.anonymous) ? staleLogin(given) : hiddenOrMissing(given))
}

/** No secret applies: the node pulls as nobody, unless it holds a login that was not declared. */
function noCredentials(given: AccessCase): AccessJudgement {
  const { evidence } = given
  if (sees(evidence.anonymous)) return open()
  if (sees(evidence.runner)) return onlyRunnerSees(given)
  if (isHiddenFromNobody(given)) return closed(denied(given, 'hidden-from-nobody'))
  const settled = settle(given, [evidence.anonymous, evidence.runner])
  return closed(settled ?? hiddenOrMissing(given))
}

function onlyRunnerSees(given: AccessCase): AccessJudgement {
  const { plan, evidence } = given
  const end = evidence.anonymous?.end
  // a 404 for nobody and a 200 for the runner: the registry hides what is private
  if (end !== undefined && end.kind !== 'refused' && end.kind !== 'absent')
    return closed(unanswered(asUnanswered(end), subject(plan)))
  const args = { ...facts(given), ...refusal([end]) }
  const draft = { code: 'no-pull-secret', answers: end ? [end] : [], args } as const
  if (isOfNoPod(plan)) return closed({ ...draft, verdict: 'unknown', args: { ...args, reason: 'pod-unknown' } })
  const declared = plan.environment.nodeCredentials.kind
  if (declared === 'none' || declared === 'docker-config')
    return closed({ ...draft, verdict: 'unpullable', severity: 'error' })
  if (plan.service !== 'cloud') return closed({ ...draft, verdict: 'unknown' })
  const registry = subject(plan).registry ?? ''
  return {
    kind: 'open',
    assumptions: [{ code: 'nodes-use-cloud-identity', registry }],
    draft: {
      ...draft,
      verdict: 'pullable',
      severity: 'notice',
      args: { ...args, reason: 'cloud-identity' },
    },
  }
}

/** Nobody sees it: missing and private can't be told apart, unless the registry is known never to hide. */
function hiddenOrMissing(given: AccessCase): Draft {
  const { plan, evidence } = given
  const ends = [evidence.anonymous?.end, evidence.runner?.end, ...evidence.attempts.map(attempt => attempt.end)]
  const { registry, repository = '' } = subject(plan)
  const answers = ends.filter(end => end !== undefined).slice(0, 2)
  const draft = { verdict: 'unpullable', answers, notChecked: ['platform', 'content'] } as const
  if (registry === 'docker.io' && repository.startsWith('library/'))
    return {
      ...draft,
      code: 'repository-not-found',
      args: { ...subject(plan), reason: 'official' },
    }
  const { kind } = plan.environment.nodeCredentials
  const undeclared = kind === 'undeclared'
  if (isOfNoPod(plan)) return denied(given, 'pod-unknown')
  if (evidence.login?.kind === 'broken' && (undeclared || kind === 'runner'))
    return denied(given, 'runner-login-broken')
  if ((undeclared || kind === 'runner') && given.withoutSecrets) return denied(given, 'run-without-secrets')
  if (undeclared && plan.service !== 'public') return denied(given, 'node-login-undeclared')
  return {
    ...draft,
    code: 'not-found-or-private',
    args: { ...facts(given), ...refusal(ends), reason: firstNote(plan) },
  }
}

/** A text that looks like an image: which pod would pull it, and so with which secrets, is not known. */
function isOfNoPod({ use }: PullPlan): boolean {
  return use.role === 'heuristic'
}

function staleLogin(given: AccessCase): Draft {
  const ends = given.evidence.attempts.map(attempt => attempt.end)
  const args = { ...facts(given), public: true, ...refusal(ends), reason: 'runner-login' }
  return { code: 'pull-secret-rejected', verdict: 'unpullable', answers: ends, args }
}

function denied(given: AccessCase, reason: string): Draft {
  const views = [
    given.evidence.runner?.end,
    given.evidence.anonymous?.end,
    ...given.evidence.attempts.map(({ end }) => end),
  ]
  const answers = views.filter(end => end !== undefined).slice(0, 2)
  return {
    code: 'access-denied',
    verdict: 'unknown',
    answers,
    notChecked: ['existence', 'platform', 'content'],
    args: { ...facts(given), ...refusal(answers), reason },
  }
}

/** What settles the matter whatever the credentials: no answer at all, or a 404 by a view with rights. */
function settle(given: AccessCase, views: readonly (Attempt | undefined)[]): Draft | undefined {
  const ends = views.map(view => view?.end)
  return absent(given, ends) ?? unsettled(given, ends)
}

function absent({ plan, evidence }: AccessCase, ends: readonly (Answer<Manifest> | undefined)[]): Draft | undefined {
  const end = ends.find(candidate => candidate?.kind === 'absent')
  return end?.kind === 'absent' ? absence(plan, end, evidence) : undefined
}

function unsettled({ plan }: AccessCase, ends: readonly (Answer<Manifest> | undefined)[]): Draft | undefined {
  for (const end of ends)
    if (end?.kind === 'failed' || end?.kind === 'limited' || end?.kind === 'blocked')
      return unanswered(end, subject(plan))
  return undefined
}

function asUnanswered(end: Answer<Manifest>): Parameters<typeof unanswered>[0] {
  if (end.kind === 'failed' || end.kind === 'limited' || end.kind === 'blocked') return end
  throw new Error(`a ${end.kind} answer is no failure`)
}

function sees(view: Attempt | undefined): boolean {
  return view?.end.kind === 'found'
}

function firstNote({ credentials }: PullPlan): string | undefined {
  return credentials.notes.find(({ code }) => code === 'pull-secret-no-match' || code === 'pull-secret-ignored')?.code
}

function facts({ plan, evidence }: AccessCase): FindingArgs {
  const { credentials, use } = plan
  return {
    ...subject(plan),
    secrets: credentials.unknown.length > 0 ? credentials.unknown : credentials.secrets,
    serviceAccount: credentials.serviceAccount,
    namespace: use.workload.namespace,
    login: loginText(evidence.login),
  }
}

function loginText(login: RunnerLogin | undefined): string | undefined {
  if (login === undefined || login.kind === 'login') return undefined
  return login.kind === 'broken' ? `${login.from} can't be used: ${login.why}` : login.why
}

function refusal(ends: readonly (Answer<Manifest> | undefined)[]): FindingArgs {
  const end = ends.find(candidate => candidate?.kind === 'refused')
  return end?.kind === 'refused' ? { status: end.status, detail: end.message } : {}
}

import type { PullPlan } from '../plan/types.ts'
import type { Access, RunnerLogin } from '../registry/types.ts'
import { attempt } from './attempt.ts'
import type { Look } from './look.ts'
import type { Attempt, PullEvidence } from './types.ts'

type Views = Pick<PullEvidence, 'login' | 'attempts' | 'runner' | 'anonymous'>

const anonymous: Access = { kind: 'anonymous' }

/**
 * Looks at the reference with the eyes of the node, and as far as needed with those of the runner and of nobody:
 * they tell a missing image from a private one. Undefined while an answer is missing.
 */
export function lookWithAllEyes(plan: PullPlan, look: Look): Views | undefined {
  return plan.credentials.known.length > 0 ? withKnownCredentials(plan, look) : withoutKnownCredentials(plan, look)
}

function withKnownCredentials(plan: PullPlan, look: Look): Views | undefined {
  const attempts = attemptEach(plan, plan.credentials.known, look)
  if (attempts === undefined) return undefined
  if (!attempts.every(attempt => attempt.end.kind === 'refused')) return { attempts }
  const seen = observe(plan, look)
  return seen && { attempts, ...seen }
}

/** In the kubelet's order, until one is accepted. */
function attemptEach(plan: PullPlan, accesses: readonly Access[], look: Look): readonly Attempt[] | undefined {
  const attempts: Attempt[] = []
  for (const access of accesses) {
    const made = attempt(plan, access, look)
    if (made === undefined) return undefined
    attempts.push(made)
    if (made.end.kind === 'found') break
  }
  return attempts
}

function withoutKnownCredentials(plan: PullPlan, look: Look): Views | undefined {
  const declaresRunner = plan.environment.nodeCredentials.kind === 'runner'
  const isPlain = plan.credentials.unknown.length === 0
  const seen = observe(plan, look, login => isPlain && !(declaresRunner && login.ofJob === undefined))
  if (seen === undefined) return undefined
  const isOfJob = seen.login?.kind === 'login' && seen.login.ofJob === true
  const nodesHoldRunnerLogin = declaresRunner && !isOfJob
  const own = nodesHoldRunnerLogin ? (seen.runner ?? seen.anonymous) : seen.anonymous
  const isNodes = isPlain && own !== undefined
  return { ...seen, attempts: isNodes ? [own] : [] }
}

type Login = Extract<RunnerLogin, { readonly kind: 'login' }>

/** The runner's view, and nobody's where the runner's does not settle it or the node itself pulls as nobody. */
function observe(
  plan: PullPlan,
  look: Look,
  always: (login: Login) => boolean = () => false,
): Pick<Views, 'login' | 'runner' | 'anonymous'> | undefined {
  const own = plan.hosts.at(-1)
  const login = look.login({
    ask: 'login',
    registry: own?.host.registry ?? '',
    repository: own?.repository ?? '',
  })
  if (login === undefined) return undefined
  const runner = login.kind === 'login' ? attemptAsRunner(plan, login, look) : undefined
  if (login.kind === 'login' && runner === undefined) return undefined
  if (login.kind === 'login' && runner !== undefined && !always(login) && runner.end.kind !== 'refused')
    return { login, runner }
  const nobody = attempt(plan, anonymous, look)
  return nobody && { login, runner, anonymous: nobody }
}

/** An entry that is out of date may stand beside one that is not; where none is accepted, the first counts. */
function attemptAsRunner(plan: PullPlan, { credential, others = [], from }: Login, look: Look): Attempt | undefined {
  const first = attempt(plan, { kind: 'runner', credential, from }, look)
  if (first?.end.kind !== 'refused') return first
  for (const other of others) {
    const next = attempt(plan, { kind: 'runner', credential: other, from }, look)
    if (next?.end.kind !== 'refused') return next
  }
  return first
}

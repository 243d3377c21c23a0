import type { PlannedHost, PullPlan } from '../plan/types.ts'
import type { Access } from '../registry/types.ts'
import type { Answer } from '../registry/answers/types.ts'
import type { Manifest } from '../registry/content/types.ts'
import { askHost } from './ask-host.ts'
import type { Look } from './look.ts'
import type { Attempt, Place, Try } from './types.ts'

const anonymous: Access = { kind: 'anonymous' }

/** One pull attempt: the node asks its hosts in order until one has the image. Undefined while an answer is missing. */
export function attempt(plan: PullPlan, access: Access, look: Look): Attempt | undefined {
  if (plan.reference.kind === 'reference-error') return undefined
  const { digest, tag } = plan.reference
  const reference = digest ?? tag ?? 'latest'
  const tries: Try<Manifest>[] = []
  for (const host of plan.hosts.filter(({ resolves }) => resolves)) {
    const answer = askHost({ reference, ...placeAt(host, access, plan) }, plan.environment.runtime, look)
    if (answer === undefined) return undefined
    tries.push({ host, answer: honest(answer, host, access) })
    if (isTaken(answer)) break
  }
  const end = endOf(tries, tries.at(-1), plan)
  return end && { access, tries, end }
}

// containerd goes on to the next host where a manifest is larger than it accepts
function isTaken(answer: Answer<Manifest>): boolean {
  return answer.kind === 'found' && !(answer.value.kind === 'invalid' && answer.value.why === 'too-large')
}

/**
 * Asks for a part of the image wherever the node would, the host that resolved the reference first: parts are told by
 * their digests, so the order changes nothing.
 */
export function askForPart<T>(
  plan: PullPlan,
  { tries, access }: Attempt,
  ask: (place: Place) => Answer<T> | undefined,
): Answer<T> | undefined {
  const resolving = tries.at(-1)?.host
  const others = plan.content === 'every-host' ? plan.hosts.filter(host => host !== resolving) : []
  const asked: Try<T>[] = []
  for (const host of resolving ? [resolving, ...others] : []) {
    const answer = ask(placeAt(host, access, plan))
    if (answer === undefined) return undefined
    asked.push({ host, answer: honest(answer, host, access) })
    if (answer.kind === 'found') break
  }
  return endOf(asked, asked[0], plan)
}

/** Where a host is asked, and with which eyes: a login goes to its own registry alone. */
export function placeAt(planned: PlannedHost, access: Access, plan: PullPlan): Place {
  const { host, repository, login } = planned
  const mayKnow = access.kind === 'runner' ? host.registry === plan.hosts.at(-1)?.host.registry : login === 'sent'
  return { host, repository, as: mayKnow ? access : anonymous }
}

/** A refusal proves nothing where the node sends a login that we keep back. */
function honest<T>(answer: Answer<T>, { host, login }: PlannedHost, access: Access): Answer<T> {
  if (answer.kind !== 'refused' || access.kind !== 'secret' || login !== 'withheld') return answer
  return withheld(answer, host.authority, `the login for another registry is not sent to ${host.authority}`)
}

/**
 * What a node ends with after all its hosts. An answer that is not ours to know (a mirror may be out of our reach alone)
 * outweighs the others; else it is that of the host which counts.
 */
function endOf<T>(tries: readonly Try<T>[], counts: Try<T> | undefined, plan: PullPlan): Answer<T> | undefined {
  const last = tries.at(-1)?.answer
  if (last?.kind === 'found') return last
  const open = [counts, ...tries].find(one => one !== undefined && isOpen(one.answer))
  const hidden = plan.environment.nodeCredentials.kind === 'undeclared' ? refusedBefore(tries, counts) : undefined
  return open?.answer ?? hidden ?? counts?.answer
}

function isOpen(answer: Answer<unknown>): boolean {
  return (
    answer.kind === 'failed' || answer.kind === 'limited' || (answer.kind === 'blocked' && answer.about === 'runner')
  )
}

/** A mirror that refuses us may know the node. */
function refusedBefore<T>(tries: readonly Try<T>[], counts: Try<T> | undefined): Answer<T> | undefined {
  const refusal = tries.find(one => one !== counts && one.answer.kind === 'refused')
  if (refusal?.answer.kind !== 'refused') return undefined
  const { authority } = refusal.host.host
  return withheld(refusal.answer, authority, `${authority} wants a login; nodes may hold one`)
}

function withheld(answer: Extract<Answer<never>, { kind: 'refused' }>, host: string, detail: string): Answer<never> {
  const { status, trail } = answer
  return { kind: 'failed', failure: 'credential-withheld', host, at: 'registry', status, detail, trail }
}

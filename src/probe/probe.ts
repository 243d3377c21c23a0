import type { PullPlan } from '../plan/types.ts'
import type { Log } from '../world.ts'
import type { Registry } from '../registry/types.ts'
import { askTagsAgain } from './drift.ts'
import { gather } from './gather.ts'
import { AnswerBook } from './look.ts'
import { accessKey, hostKey } from './question.ts'
import type { Evidence, PullEvidence } from './types.ts'

/** Finds out what each plan needs to know, all side by side; plans with the same subject are looked at once. */
export async function probe(
  plans: readonly PullPlan[],
  world: { readonly registry: Registry; readonly log: Log },
): Promise<Evidence> {
  const subjects = Map.groupBy(plans, subjectOf)
  const book = new AnswerBook(world.registry)
  let done = 0
  const found = [...subjects.values()].map(async same => {
    const [first] = same
    const evidence = first === undefined ? { attempts: [] } : await investigate(first, book)
    world.log.progress({
      stage: 'probe',
      done: ++done,
      total: subjects.size,
      label: first?.use.image ?? '',
    })
    return same.map(plan => [plan, evidence] as const)
  })
  return askTagsAgain(new Map((await Promise.all(found)).flat()), world.registry)
}

// a walk ends: each round answers at least one new question of a finite set; the bound is for a mistake of ours
const roundsForEachHost = 50

async function investigate(plan: PullPlan, book: AnswerBook): Promise<PullEvidence> {
  const maximumRounds = roundsForEachHost * Math.max(1, plan.hosts.length)
  for (let round = 0; round < maximumRounds; round++) {
    const look = book.look()
    const evidence = gather(plan, look)
    if (look.wanted.length === 0) return evidence
    await Promise.all(look.wanted.map(question => book.ask(question)))
  }
  throw new Error(`the questions about ${plan.use.image} did not end`)
}

/** Everything of a plan that the walk depends on. */
function subjectOf(plan: PullPlan): string {
  const { reference, credentials, environment, platforms } = plan
  return JSON.stringify([
    reference.kind === 'reference' ? reference.pull : reference.written,
    plan.pullPolicy === 'Never',
    plan.hosts.map(({ host, repository, resolves, login }) => [hostKey(host), repository, resolves, login]),
    [plan.content, plan.depth, plan.obstacle !== undefined],
    credentials.known.map(accessKey),
    credentials.unknown.length > 0,
    credentials.undecodable !== undefined,
    [environment.runtime, environment.nodeCredentials.kind],
    platforms,
  ])
}

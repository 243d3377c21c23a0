import type { PullPlan } from '../plan/types.ts'
import type { Registry } from '../registry/types.ts'
import type { Answer } from '../registry/answers/types.ts'
import type { Descriptor } from '../registry/content/types.ts'
import { placeAt } from './attempt.ts'
import type { Evidence, PullEvidence } from './types.ts'

/** Asks what each tag stands for that is written beside a digest. No verdict depends on it, so it comes last. */
export async function askTagsAgain(evidence: Evidence, registry: Registry): Promise<Evidence> {
  const asked = [...evidence].map(async ([plan, seen]) => {
    const tagNow = await askTag(plan, seen, registry)
    return [plan, tagNow === undefined ? seen : { ...seen, tagNow }] as const
  })
  return new Map(await Promise.all(asked))
}

async function askTag(
  plan: PullPlan,
  { content }: PullEvidence,
  registry: Registry,
): Promise<Answer<Descriptor> | undefined> {
  const host = content?.attempt.tries.at(-1)?.host
  if (plan.reference.kind !== 'reference' || content === undefined || host === undefined) return undefined
  const { tag, digest } = plan.reference
  if (tag === null || digest === null) return undefined
  return registry.resolve(placeAt(host, content.attempt.access, plan), tag)
}

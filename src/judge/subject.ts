import type { PullPlan } from '../plan/types.ts'
import type { FindingArgs } from './types.ts'

/** The facts that every finding about an image names. */
export function subject({ reference }: PullPlan): FindingArgs {
  if (reference.kind === 'reference-error') return { reference: reference.written }
  return {
    reference: reference.normalized,
    registry: reference.domain,
    repository: reference.path,
    tag: reference.tag ?? (reference.digest === null ? 'latest' : undefined),
    digest: reference.digest ?? undefined,
  }
}

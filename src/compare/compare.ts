import type { CheckRequest } from '../config/types.ts'
import type { Inspection } from '../inspect.ts'
import type { BaseCommit, Files, History } from '../world.ts'
import { countIdentities } from './identity.ts'

/** What was there before the change, as far as it matters. */
export type Comparison =
  /** Nothing to compare with, or nothing that a comparison could change: all findings are new. */
  | { readonly kind: 'none' }
  | { readonly kind: 'unavailable'; readonly why: string }
  | { readonly kind: 'base'; readonly commit: string; readonly identities: ReadonlyMap<string, number> }

/** What a comparison needs besides the head. */
export interface CompareOptions {
  readonly request: CheckRequest
  /** Asked only where there is breakage. */
  readonly base: () => Promise<BaseCommit>
  readonly git: Pick<History, 'files'>
  /** Inspects the files of another state. */
  readonly inspectAt: (files: Files) => Promise<Inspection>
}

/**
 * Judges the base in the same way, so that breakage which was there before is not blamed on the change. A head without
 * a finding that counts pays nothing; questions that both have are asked once.
 */
export async function compare(head: Inspection, options: CompareOptions): Promise<Comparison> {
  const { request, git, inspectAt } = options
  if (request.base === undefined || request.policy.failOn === 'all' || !hasBreakage(head)) return { kind: 'none' }
  const base = await options.base()
  if (base.kind === 'none') return { kind: 'unavailable', why: base.why }
  const files = await git.files(base.sha)
  if (files === undefined) return { kind: 'unavailable', why: 'its files could not be read' }
  const { judgement, inventory } = await inspectAt(files)
  const uses = new Map(inventory.uses.map(use => [use.id, use]))
  return { kind: 'base', commit: base.sha, identities: countIdentities(judgement.findings, uses) }
}

function hasBreakage({ judgement }: Inspection): boolean {
  return judgement.findings.some(
    ({ severity, ignored }) => ignored === undefined && (severity === 'error' || severity === 'warning'),
  )
}

import type { RuleStep } from '../../rules/types.ts'
import type { TriageLayer } from '../layers.ts'

/** What a code of triage means, and what to do: first what only reads, then what mends. */
export interface TriageText {
  readonly layer: TriageLayer
  /** One line, without a full stop. */
  readonly title: string
  readonly means: string
  /** `$NS`, `$POD`, `$NODE`, `$OWNER` (`deployment/web`) and `$CONTAINER` are filled in where they are known. */
  readonly look: readonly RuleStep[]
  readonly fix: string
  /** A command that disturbs what runs, and why one would. */
  readonly disturbing?: { readonly run: string; readonly why: string }
}

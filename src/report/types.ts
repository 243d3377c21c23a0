import type { Comparison } from '../compare/compare.ts'
import type { CheckRequest } from '../config/types.ts'
import type { Source } from '../discover/types.ts'
import type { Inventory } from '../extract/types.ts'
import type { Finding, Judgement } from '../judge/types.ts'
import type { PullPlan } from '../plan/types.ts'
import type { PullEvidence } from '../probe/types.ts'
import type { RegistryUsage } from '../registry/types.ts'
import type { Rendered } from '../render/types.ts'
import type { Fix } from '../suggest/types.ts'
import type { WrongComment } from '../trace/ignores/inline-ignores.ts'
import type { Location } from '../trace/types.ts'

/** Everything that the stages before found out, ready to be told. */
export interface ReportParts {
  readonly version: string
  readonly request: Pick<CheckRequest, 'policy' | 'offline'>
  readonly rendered: readonly Rendered[]
  readonly inventory: Pick<Inventory, 'uses' | 'documents' | 'imageLike'> & Partial<Pick<Inventory, 'unreadable'>>
  readonly plans: readonly PullPlan[]
  /** Absent where nothing was asked. */
  readonly evidence?: ReadonlyMap<PullPlan, Pick<PullEvidence, 'content'>> | undefined
  readonly judgement: Judgement
  readonly locations: Locations
  readonly fixes: ReadonlyMap<Finding, Fix>
  /** What the findings are compared with; absent: everything is new. */
  readonly comparison?: Comparison | undefined
  /** Sources that the change does not touch; they were not checked. */
  readonly untouched?: readonly Source[] | undefined
  /** Files of the configuration that this check went by, where the change edits them. */
  readonly changedConfiguration?: readonly string[] | undefined
  /** Comments that were meant to ignore a finding and don't. */
  readonly wrongComments?: readonly WrongComment[] | undefined
  /** Whether somebody ended the check before it was through. */
  readonly isInterrupted?: boolean | undefined
  readonly usage: Pick<RegistryUsage, 'requests' | 'pullQuota'>
  readonly durationMs: number
}

/** Where to edit: the main place first, then others that set the same value. */
export interface Locations {
  /** By id of the use. */
  readonly uses: ReadonlyMap<string, readonly Location[]>
  /** For findings that stand elsewhere than at the image of their uses, e.g. at a pull secret's name. */
  readonly findings?: ReadonlyMap<Finding, readonly Location[]> | undefined
}

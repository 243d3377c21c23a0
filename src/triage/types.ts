import type { FindingCode } from '../judge/codes.ts'
import type { TriageCode } from './code-list.ts'
import type { Fields } from './fields.ts'
import type { TriageLayer } from './layers.ts'

/** Which object something is about. */
export interface ObjectName {
  readonly kind: string
  /** Empty where the kind has none. */
  readonly namespace: string
  readonly name: string
}

/** What one pod, or an object without pods, shows. */
export type Diagnosis =
  | { readonly state: 'fine' }
  /** On its way: nothing has failed that would not pass. */
  | { readonly state: 'starting'; readonly evidence: string }
  /** It failed before and works now. */
  | { readonly state: 'recovered'; readonly evidence: string }
  | Broken

/** What an object beside the pods says of a workload. */
export interface OtherDiagnosis {
  readonly workload: ObjectName
  readonly diagnosis: Diagnosis
}

export interface Broken {
  readonly state: 'broken'
  readonly code: FindingCode | TriageCode
  /** What else the same text can mean. */
  readonly others: readonly (FindingCode | TriageCode)[]
  /** The line of the input that says so. */
  readonly evidence: string
  readonly subject: BrokenSubject
  /** What else fails in the same pod, in later layers or containers. */
  readonly besides?: readonly Broken[] | undefined
}

/** What commands are about. */
export interface BrokenSubject {
  readonly pod?: string | undefined
  readonly container?: string | undefined
  readonly image?: string | undefined
  readonly node?: string | undefined
  readonly secrets?: readonly string[] | undefined
  /** When the pod was created, RFC 3339. */
  readonly created?: string | undefined
}

/** A command that changes what runs: only after everything that only reads. */
export interface DisturbingStep {
  readonly command: string
  readonly why: string
  /** What it must respect, as far as the input tells. */
  readonly respect: readonly string[]
}

/** One workload that is broken. */
export interface TriagedWorkload extends ObjectName {
  readonly layer: TriageLayer
  readonly code: FindingCode | TriageCode
  readonly evidence: string
  /** The next command that only reads. */
  readonly next: string
  /** More commands that only read, in the fixed order. */
  readonly further: readonly string[]
  readonly disturbing: DisturbingStep | null
  /** Codes that the evidence does not tell from `code`. */
  readonly possible: readonly string[]
  readonly pods: { readonly broken: number; readonly all: number }
  /** Other failures of the same workload, in later layers or other pods. */
  readonly also: readonly { readonly layer: TriageLayer; readonly code: string; readonly evidence: string }[]
  readonly image: string | null
  /** The pod that the evidence and the commands are about. */
  readonly pod: string | null
  /** What the registries say now; null where they were not asked. */
  readonly verified: Verified | null
  /** What mends it. */
  readonly advice: string
  /** When the oldest of the broken pods was created, RFC 3339: it can't have begun later. */
  readonly since: string | null
}

/** What came of asking the registries as the pod's node would. */
export interface Verified {
  readonly verdict: 'pullable' | 'unpullable' | 'unknown' | 'not-checked'
  readonly platform: string
  /** The platform is a guess: the node was not in the input. */
  readonly guessed: boolean
  readonly findings: readonly {
    readonly code: string
    readonly image: string | null
    readonly message: string
    readonly fix: string | null
  }[]
}

/** A workload that is not broken, and what there is to say of it. */
export interface NotedWorkload extends ObjectName {
  readonly evidence: string
}

/** Everything that triage found. */
export interface Triage {
  readonly workloads: readonly TriagedWorkload[]
  readonly recovered: readonly NotedWorkload[]
  readonly starting: readonly NotedWorkload[]
  readonly summary: {
    readonly pods: number
    readonly events: number
    readonly nodes: number
    readonly workloads: number
    readonly broken: number
  }
  /** Kinds that were not in the input and would tell more, with the command that gets them. */
  readonly missing: readonly string[]
  /** The latest moment in the input, RFC 3339; what "now" means here. */
  readonly asOf: string | null
}

/** Objects of the input, found by what they are about. */
export interface Inventory {
  readonly pods: readonly Fields[]
  /** By the key of the workload that owns them. */
  readonly podsOf: ReadonlyMap<string, readonly Fields[]>
  readonly nodes: ReadonlyMap<string, Fields>
  /** By `Kind/namespace/name`. */
  readonly objects: ReadonlyMap<string, Fields>
  /** By the same key of the object that they are about; the oldest first. */
  readonly events: ReadonlyMap<string, readonly Fields[]>
  readonly budgets: readonly Fields[]
  readonly kinds: ReadonlySet<string>
  readonly eventCount: number
  /** Milliseconds since the epoch; 0 where nothing says a time. */
  readonly asOf: number
}

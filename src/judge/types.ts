import type { RequestRecord } from '../registry/answers/types.ts'
import type { FindingCode, Severity } from './codes.ts'
import type { IgnoreNote } from './policy/ignore-notes.ts'

export type Verdict = 'pullable' | 'unpullable' | 'unknown' | 'not-checked'

/** In triage order: the first broken layer is the root cause. */
export const layers = [
  'name',
  'network',
  'tls',
  'auth',
  'policy',
  'existence',
  'platform',
  'content',
  'runtime',
  'node',
  'scheduling',
  'project policy',
  'hygiene',
  'coverage',
] as const

export type Layer = (typeof layers)[number]

/** The facts from which `report/words` makes sentences. One vocabulary for all codes; absent means unknown. */
export interface FindingArgs {
  readonly reference?: string | undefined
  readonly registry?: string | undefined
  readonly repository?: string | undefined
  readonly tag?: string | undefined
  readonly digest?: string | undefined
  /** What the tag stands for, where that is something else. */
  readonly tagDigest?: string | undefined
  readonly platform?: string | undefined
  /** Platforms that the index does offer. */
  readonly offered?: readonly string[] | undefined
  /** A coded detail within the finding's code: a reference reason, a failure code, a render failure. */
  readonly reason?: string | undefined
  /** Evidence text of the outside: registry message, system error, helm's message. Already bounded, never trusted. */
  readonly detail?: string | undefined
  readonly host?: string | undefined
  readonly status?: number | undefined
  readonly secrets?: readonly string[] | undefined
  readonly namespaces?: readonly string[] | undefined
  readonly serviceAccount?: string | undefined
  readonly namespace?: string | undefined
  /** Why the runner had no login to look with. */
  readonly login?: string | undefined
  /** True where anonymous access works although a credential is refused. */
  readonly public?: boolean | undefined
  readonly mediaType?: string | undefined
  readonly tags?: readonly string[] | undefined
  readonly path?: string | undefined
  readonly count?: number | undefined
  readonly bytes?: number | undefined
  readonly pullPolicy?: string | undefined
  readonly retryAfterMs?: number | undefined
}

/** A fact about one use (or, for coverage, about one source) that a person should read. */
export interface Finding {
  readonly code: FindingCode
  readonly layer: Layer
  readonly severity: Severity
  readonly verdict: Verdict
  /** Normalized reference, or as written where it does not parse; undefined for coverage findings. */
  readonly image?: string | undefined
  readonly environment?: string | undefined
  readonly platform?: string | undefined
  /** Ids of the uses; one finding per cause. */
  readonly uses: readonly string[]
  readonly args: FindingArgs
  readonly trail: readonly RequestRecord[]
  /** Layers behind the first broken one that could not be looked at. */
  readonly notChecked: readonly Layer[]
  /** Where the finding stands when it has no use. */
  readonly place?:
    | {
        readonly file: string
        readonly line?: number | undefined
        readonly column?: number | undefined
      }
    | undefined
  readonly ignored?: { readonly reason: string } | undefined
}

/** The verdict of one use in one environment. */
export interface UseVerdict {
  readonly use: string
  readonly environment: string
  readonly verdict: Verdict
  readonly platforms: readonly PlatformVerdict[]
  /** Coded assumptions, e.g. `secret-opens shop/regcred ghcr.io/acme`; `report/words` makes sentences. */
  readonly assumptions: readonly Assumption[]
  /** Names of the credentials in the order in which the node would try them. */
  readonly credentials: readonly string[]
}

export type Assumption =
  | {
      readonly code: 'secret-opens'
      readonly secrets: readonly string[]
      readonly repository: string
    }
  | { readonly code: 'nodes-use-cloud-identity'; readonly registry: string }
  | { readonly code: 'nodes-hold-runner-login'; readonly registry: string }
  | { readonly code: 'nodes-trust-authority'; readonly host: string }
  | { readonly code: 'any-windows-build'; readonly platform: string }

export interface PlatformVerdict {
  readonly platform: string
  readonly verdict: Verdict
  readonly digest?: string | undefined
}

export interface Judgement {
  readonly findings: readonly Finding[]
  /** Ignore rules that do nothing. */
  readonly ignoreNotes?: readonly IgnoreNote[] | undefined
  readonly verdicts: readonly UseVerdict[]
}

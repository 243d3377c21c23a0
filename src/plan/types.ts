import type { Environment } from '../config/types.ts'
import type { Use } from '../extract/types.ts'
import type { Platform } from '../platform/types.ts'
import type { Reference, ReferenceError } from '../reference/types.ts'
import type { Access, RegistryHost } from '../registry/types.ts'

/** What a node of one environment would do for one use. Pure data; nothing was asked yet. */
export interface PullPlan {
  readonly use: Use
  readonly environment: Environment
  readonly reference: Reference | ReferenceError
  /** `Never`, `IfNotPresent` or `Always`, the kubelet's default applied. */
  readonly pullPolicy: string
  /** What must be there: the environment's platforms that the workload may land on. */
  readonly platforms: readonly Platform[]
  /** What is asked of those hosts: the path below the registry, e.g. `library/nginx`. */
  readonly repository: string
  /** Hosts in the order the node tries them. Empty where the reference does not parse. */
  readonly hosts: readonly RegistryHost[]
  readonly credentials: PlannedCredentials
  /** The service behind the registry's name, which decides what an undeclared node login may mean. */
  readonly service: 'public' | 'cloud' | 'other'
}

/** The credentials that the kubelet would try for this image. */
export interface PlannedCredentials {
  readonly serviceAccount: string
  /** Names of the pull secrets that apply, of the pod or else of its ServiceAccount. */
  readonly secrets: readonly string[]
  /** Known and matching, in the kubelet's order. */
  readonly known: readonly Access[]
  /** `namespace/name` of named secrets whose content is not known here. */
  readonly unknown: readonly string[]
  /** A named secret that the kubelet cannot decode: it pulls nothing for the pod. */
  readonly undecodable?: { readonly secret: string; readonly error: string } | undefined
  readonly notes: readonly CredentialNote[]
}

/** A fact about a named secret that a person should know. */
export interface CredentialNote {
  readonly code: 'pull-secret-missing' | 'pull-secret-other-namespace' | 'pull-secret-ignored' | 'pull-secret-no-match'
  readonly secret: string
  /** Namespaces where it was rendered instead, the type that is ignored, or the keys that do not match. */
  readonly detail: readonly string[]
}

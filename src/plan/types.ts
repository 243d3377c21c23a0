import type { CheckRequest, Environment } from '../config/types.ts'
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
  /** Hosts in the order the node tries them. Empty where the reference does not parse. */
  readonly hosts: readonly PlannedHost[]
  /** Which hosts are asked for children, configs and layers. */
  readonly content: Route['content']
  /** Whether all configs and layers are asked for; where absent, only what tells the platform. */
  readonly depth?: CheckRequest['depth'] | undefined
  /** What makes the node refuse before it asks anybody. */
  readonly obstacle?: Obstacle | undefined
  readonly credentials: PlannedCredentials
  /** The service behind the registry's name, which decides what an undeclared node login may mean. */
  readonly service: 'public' | 'cloud' | 'other'
}

/** What is asked of whom: the registry's name and the path below it, as the runtimes split a reference. */
export interface Asked {
  readonly reference: Reference
  readonly registry: string
  readonly repository: string
}

/** How a node comes to an image. */
export interface Route {
  readonly hosts: readonly PlannedHost[]
  readonly content: 'every-host' | 'resolving-host'
  readonly obstacle?: Obstacle | undefined
}

export interface PlannedHost {
  readonly host: RegistryHost
  /** Path below the host; a rewritten location has another than the reference. */
  readonly repository: string
  /** Asked what the reference stands for; the others only give content. */
  readonly resolves: boolean
  /** Whether the login goes there too: `withheld` is what the node sends and our own rules keep back. */
  readonly login: 'sent' | 'withheld' | 'none'
}

/** A rule of the node's configuration that ends the pull. */
export type Obstacle =
  | {
      readonly code: 'blocked-by-node'
      readonly reason: 'blocked' | 'no-host-resolves' | 'invalid-name' | 'invalid'
      readonly file?: string | undefined
      readonly detail?: string | undefined
    }
  | { readonly code: 'short-name-ambiguous'; readonly file: string; readonly registries: readonly string[] }

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

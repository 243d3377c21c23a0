import type { BaseWish } from '../world.ts'
import type { Secret } from '../secret.ts'
import type { WrittenPlace } from '../discover/types.ts'
import type { CustomResourceRow } from '../extract/custom-resources/types.ts'
import type { FindingCode, Severity } from '../judge/codes.ts'
import type { FilePlace } from './origin.ts'

/** Everything a run was asked to do, validated; each shell (CLI, Action) makes one. */
export interface CheckRequest {
  /** Root-relative paths, or `-`. */
  readonly paths: readonly string[]
  /** Text of standard input, read once where `-` is among the paths. */
  readonly stdin?: string | undefined
  readonly sources: readonly ConfiguredSource[]
  readonly exclude: readonly string[]
  readonly chart: ChartFlags
  readonly environments: readonly Environment[]
  readonly pullSecrets: readonly SuppliedSecret[]
  readonly policy: Policy
  readonly depth: 'manifest' | 'blobs'
  readonly largeImageBytes: number
  readonly programs: {
    readonly helm?: string | undefined
    readonly kustomize?: string | undefined
  }
  /** A run without secrets by nature (fork, Dependabot): refusals can't be told from absence. */
  readonly withoutSecrets: boolean
  /** The state to compare with; undefined: everything counts as new. */
  readonly base?: BaseWish | undefined
  /** Only sources that were touched since the base are checked; undefined: all are. */
  readonly changedOnly?: boolean | undefined
  /** Root-relative paths of what this request was read from: where one of them changed, everything is checked. */
  readonly configuredBy: readonly string[]
  /** Milliseconds to wait for images of the change that are not there yet; undefined: no time. */
  readonly waitMs?: number | undefined
  /** Only the inventory: nothing is asked, every verdict stays `not-checked`. */
  readonly offline: boolean
  /** Ask for texts outside of image fields too that look like images. They never fail the run. */
  readonly checkImageLike?: boolean | undefined
  /** Where further custom resources name images. */
  readonly customResources?: readonly CustomResourceRow[] | undefined
  /** Whether the places of uses without a finding are found too, at the cost of rendering once more. */
  readonly traceAll?: boolean | undefined
  /** Root-relative path of the configuration file that took part. */
  readonly configFile?: string | undefined
}

/** Options for charts that were given by path. Values files are root-relative. */
export interface ChartFlags {
  readonly values: readonly string[]
  readonly set: readonly string[]
  /** Where the assignments of `set` are written, in their order. */
  readonly setAt?: readonly WrittenPlace[] | undefined
  readonly release?: string | undefined
  readonly namespace?: string | undefined
  readonly kubeVersion?: string | undefined
  readonly apiVersions: readonly string[]
}

export type ConfiguredSource =
  | ({ readonly kind: 'chart'; readonly path: string } & ChartFlags)
  | { readonly kind: 'kustomize'; readonly path: string }
  | { readonly kind: 'manifests'; readonly pattern: string }

/** What the nodes are. */
export interface Environment {
  readonly name: string
  /** As containerd writes them: `linux/arm/v7`, `windows(10.0.17763)/amd64`. */
  readonly platforms: readonly string[]
  readonly runtime: Runtime
  readonly nodeCredentials: NodeCredentials
  /** How nodes reach registries; the direct way where nothing is declared. */
  readonly caPem?: string | undefined
  readonly insecureRegistries: readonly string[]
  /** A containerd hosts.toml tree (`certs.d`), relative to the root. */
  readonly hostsDir?: string | undefined
  /** A containers-registries.conf(5), relative to the root. */
  readonly registriesConf?: string | undefined
}

/** `containerd`: which of its two pull implementations is not declared. */
export type Runtime = 'containerd' | 'containerd-local' | 'containerd-transfer' | 'cri-o'

export type NodeCredentials =
  | { readonly kind: 'undeclared' | 'none' | 'runner' }
  | { readonly kind: 'docker-config'; readonly file: string; readonly content: Secret }

/** The content of `.dockerconfigjson` for a secret that is not in the repository. */
export interface SuppliedSecret {
  /** Undefined: any namespace. */
  readonly namespace?: string | undefined
  readonly name: string
  readonly content: Secret
}

/** What findings do to the run; never what a verdict is. */
export interface Policy {
  readonly severities: ReadonlyMap<FindingCode, Severity>
  readonly ignores: readonly IgnoreRule[]
  readonly onUnknown: 'warn' | 'fail'
  readonly failOn: 'new' | 'all'
  readonly allowedRegistries: readonly string[]
}

export interface IgnoreRule {
  readonly image: string
  readonly code?: string | undefined
  readonly reason: string
  /** ISO date; the rule holds through that day. */
  readonly expires?: string | undefined
  /** Where the rule is written. */
  readonly place?: FilePlace | undefined
}

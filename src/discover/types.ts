import type { RemoteChart } from '../fetch/types.ts'

/** Something that renders to manifests. `path` is relative to the root, with `/`; `-` is standard input. */
export type Source = RenderableSource | DeliveredSource | UnresolvedSource

/** What a program, or nothing but reading, turns into manifests. */
export type RenderableSource = ChartSource | KustomizeSource | ManifestSource

interface SourceBase {
  /** Stable within a run and between runs: kind, path and value set. */
  readonly id: string
  readonly path: string
  /** What a person reads: `charts/shop (values-prod.yaml)`. */
  readonly label: string
  /** The place that names it, where `path` is none of the repository. */
  readonly definedAt?: SourcePlace | undefined
  /** Of what an object delivers: files, and kustomizations by their folder, that it and what it names came from. */
  readonly madeWith?: readonly string[] | undefined
}

export interface SourcePlace {
  readonly file: string
  readonly line?: number | undefined
}

export interface ChartSource extends SourceBase {
  readonly kind: 'helm'
  readonly options: ChartOptions
  /** Where the last of its inline values stand. */
  readonly writtenAt?: WrittenValues | undefined
  /** Where the chart lies when it is not at `path`. */
  readonly remote?: RemoteChart | undefined
  /** A set of values that only its name tells to be one: when it does not render, that is no error. */
  readonly byConvention?: true | undefined
}

/** Values that stand in an object: by its file, its kind and name, and the path to them. */
export interface WrittenValues {
  readonly file: string
  readonly kind: string
  readonly name: string
  readonly path: readonly (string | number)[]
}

/** How a chart is rendered; the names are those of helm's flags. */
export interface ChartOptions {
  /** Values files relative to the root, last wins. */
  readonly values: readonly string[]
  readonly set: readonly string[]
  /** As `set`, but always text. */
  readonly setString?: readonly string[] | undefined
  /** Texts of further values files, over the others. */
  readonly inline?: readonly string[] | undefined
  readonly release: string
  readonly namespace: string
  readonly kubeVersion?: string | undefined
  readonly apiVersions: readonly string[]
}

export interface KustomizeSource extends SourceBase {
  readonly kind: 'kustomize'
}

/** Plain manifests of one folder, or one file that was named, or standard input. */
export interface ManifestSource extends SourceBase {
  readonly kind: 'manifests'
  readonly files: readonly string[]
  /** The text of `-`. */
  readonly input?: string | undefined
}

/** What Argo CD or Flux would apply: something that it renders, and what it changes in that. */
export interface DeliveredSource extends SourceBase {
  readonly kind: 'argocd' | 'flux'
  /** Has the same id. */
  readonly inner: RenderableSource
  /** Fields of a kustomization (`images`, `patches`, …) that is laid over the rendered manifests. */
  readonly overlay?: Readonly<Record<string, unknown>> | undefined
  readonly substitution?: Substitution | undefined
  /** Where objects land that name no namespace. */
  readonly namespace?: string | undefined
  /** What of it can't be known here; the rest is rendered all the same. */
  readonly gaps: readonly SourceGap[]
}

/** Variables `${NAME}` that are replaced in the rendered text. */
export interface Substitution {
  readonly variables: Readonly<Record<string, string>>
  /** False where some of the variables come from what is not in the repository. */
  readonly complete: boolean
}

export interface SourceGap {
  readonly why: UnresolvedReason
  readonly detail: string
}

/** Seen, but can't be turned into manifests here; `why` is shown. */
export interface UnresolvedSource extends SourceBase {
  readonly kind: 'unresolved'
  readonly of: SourceKind
  readonly why: UnresolvedReason
  readonly detail: string
}

export type SourceKind = 'helm' | 'kustomize' | 'manifests' | 'argocd' | 'flux'

export type UnresolvedReason =
  | 'remote-base'
  | 'remote-dependency'
  | 'unreadable'
  | 'no-program'
  | 'encrypted-values'
  | 'too-many-values'
  | 'remote-source'
  | 'other-revision'
  | 'path-missing'
  | 'values-elsewhere'
  | 'variables-elsewhere'
  | 'generated-elsewhere'
  | 'unsupported'

/** A path that was asked for and can't be used: a wrong call, exit code 2 when nothing else is left. */
export interface PathProblem {
  readonly path: string
  readonly why: 'absent' | 'denied' | 'outside' | 'no-source' | 'library-chart' | 'not-a-manifest' | 'no-input'
}

export interface Discovery {
  readonly sources: readonly Source[]
  readonly problems: readonly PathProblem[]
}

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
  /** Where what its options set is written. */
  readonly writtenAt?: WrittenOptions | undefined
  /** Where the chart lies when it is not at `path`. */
  readonly remote?: RemoteChart | undefined
  /** The values files take the place of the chart's own `values.yaml` (Flux's `valuesFiles`). */
  readonly replacesValues?: true | undefined
  /** A set of values that only its name tells to be one: when it does not render, that is no error. */
  readonly byConvention?: true | undefined
}

/** Where the items of `inline`, `set` and `setString` are written, in their order. */
export type WrittenOptions = Readonly<
  Partial<Record<'inline' | 'set' | 'setString', readonly (WrittenPlace | undefined)[]>>
>

/** A place in a file, or the flag or input of the call, as it is spelled there. */
export type WrittenPlace = WrittenText | { readonly spelled: string }

/** A text or map in a YAML file: by the path to it and, in manifests, by the object that holds it. */
export interface WrittenText {
  readonly file: string
  readonly path: readonly (string | number)[]
  readonly object?: WrittenObject | undefined
}

export interface WrittenObject {
  readonly kind: string
  readonly name: string
  /** Folder of the kustomization that gave the object: its files and patches decide what it holds. */
  readonly kustomization?: string | undefined
  /** What was laid over it since, so that what is written need not be what holds. */
  readonly overlay?: Readonly<Record<string, unknown>> | undefined
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
  /** Plugins may name any file, which reading does not tell. */
  readonly hasPlugins?: true | undefined
  /** Files are loaded from above the kustomization's folder too, as Flux does it. */
  readonly loadsAnywhere?: true | undefined
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
  /** Where each field of it is written. */
  readonly overlayAt?: Readonly<Record<string, WrittenText>> | undefined
  readonly substitution?: Substitution | undefined
  /** Where objects land that name no namespace. */
  readonly namespace?: string | undefined
  /** What of it can't be known here; the rest is rendered all the same. */
  readonly gaps: readonly SourceGap[]
}

/** Variables `${NAME}` that are replaced in the rendered text. */
export interface Substitution {
  readonly variables: Readonly<Record<string, string>>
  /** Where the variables are written. */
  readonly writtenAt?: Readonly<Record<string, WrittenText | undefined>> | undefined
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
  /** Id of the source that an object of Argo CD or Flux would apply. */
  readonly standsFor?: string | undefined
}

export type SourceKind = 'helm' | 'kustomize' | 'manifests' | 'argocd' | 'flux'

export type UnresolvedReason =
  | 'remote-base'
  | 'remote-dependency'
  | 'remote-chart'
  | 'unreadable'
  | 'submodule'
  | 'no-program'
  | 'encrypted-values'
  | 'too-many-values'
  | 'too-many-uses'
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

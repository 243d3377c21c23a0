import type { Document } from '../render/types.ts'
import type { Secret } from '../secret.ts'

export type FieldPath = readonly (string | number)[]

/** One place where a pod pulls an image. */
export interface Use {
  /** `u1`, `u2`, … within a run. */
  readonly id: string
  /** Identity between runs: source and value set, workload, field with list items by name. */
  readonly key: string
  /** The same without the source, so that moving a chart makes nothing new. */
  readonly workloadKey: string
  /** The reference as written, not trimmed. */
  readonly image: string
  readonly source: string
  readonly workload: Workload
  /** `spec.template.spec.containers[0].image`, as reports print it. */
  readonly field: string
  readonly path: FieldPath
  readonly container?: string | undefined
  readonly role: 'container' | 'init' | 'ephemeral' | 'volume' | 'custom-resource' | 'heuristic'
  /** As written; the kubelet's default is for the plan to add. */
  readonly pullPolicy?: string | undefined
  readonly pod: PodContext
  readonly document: Document
}

export interface Workload {
  readonly apiVersion: string
  readonly kind: string
  /** As rendered; undefined where the manifest names none (the deploy decides). */
  readonly namespace?: string | undefined
  readonly name: string
  /** Helm hook events such as `test`, where the document is a hook. */
  readonly hooks: readonly string[]
}

/** What the pod says about its pull: secrets, account, and where it may run. */
export interface PodContext {
  readonly serviceAccount?: string | undefined
  /** Names in order, blanks kept; undefined where the pod has no `imagePullSecrets` (length 0 counts as none). */
  readonly pullSecrets?: readonly string[] | undefined
  readonly nodeSelector: Readonly<Record<string, string>>
  /** `requiredDuringScheduling…` terms; undefined where there is no such affinity. */
  readonly requiredTerms?: readonly NodeSelectorTerm[] | undefined
  readonly os?: string | undefined
  readonly runtimeClass?: string | undefined
}

export interface NodeSelectorTerm {
  readonly matchExpressions: readonly NodeSelectorRequirement[]
  /** True where the term also has `matchFields`, which platforms can't answer. */
  readonly hasFields: boolean
}

export interface NodeSelectorRequirement {
  readonly key: string
  readonly operator: string
  readonly values: readonly string[]
}

/** A Secret of a pull type, or any Secret that a pod names. `data` is decoded; a value that is no base64 is undefined. */
export interface RenderedSecret {
  readonly source: string
  readonly namespace?: string | undefined
  readonly name: string
  readonly type: string
  readonly data: Readonly<Record<string, Secret | undefined>>
  readonly document: Document
}

/** Something that will produce a Secret of this name, whose content can't be known here. */
export interface SecretProducer {
  readonly source: string
  readonly namespace?: string | undefined
  readonly name: string
  readonly kind: string
  readonly document: Document
}

export interface RenderedServiceAccount {
  readonly source: string
  readonly namespace?: string | undefined
  readonly name: string
  readonly pullSecrets: readonly string[]
  readonly document: Document
}

export interface RenderedRuntimeClass {
  readonly name: string
  readonly nodeSelector: Readonly<Record<string, string>>
}

/** A document that could not be read; what it holds was not checked. */
export interface UnreadableDocument {
  readonly source: string
  readonly file?: string | undefined
  /** Not the document but its image is the trouble: a number or a list where a text must be. */
  readonly why?: 'image-no-text' | 'too-many-images' | undefined
  /** 1-based, in `file`; absent where that does not hold the document itself. */
  readonly line?: number | undefined
  readonly column?: number | undefined
  readonly detail: string
}

/** An image with a variable whose value is not in the repository. */
export interface VariableImage {
  readonly source: string
  /** As rendered, with `${NAME}` in it. */
  readonly image: string
}

/** Everything that the rendered manifests say about pulls. */
export interface Inventory {
  readonly uses: readonly Use[]
  readonly secrets: readonly RenderedSecret[]
  readonly producers: readonly SecretProducer[]
  readonly serviceAccounts: readonly RenderedServiceAccount[]
  readonly runtimeClasses: readonly RenderedRuntimeClass[]
  readonly unreadable: readonly UnreadableDocument[]
  /** What looks like an image outside the fields that are one; role `heuristic`, and no uses. */
  readonly imageLike?: readonly Use[] | undefined
  /** Images that can't be known here; they are no uses. */
  readonly variableImages?: readonly VariableImage[] | undefined
  /** Non-empty documents met, by source id. */
  readonly documents: ReadonlyMap<string, number>
}

import type { PlannedHost, PullPlan } from '../plan/types.ts'
import type { Platform } from '../platform/types.ts'
import type { Access, RegistryHost, RunnerLogin, TagList } from '../registry/types.ts'
import type { Answer } from '../registry/answers/types.ts'
import type { Descriptor, ImageConfig, Manifest } from '../registry/content/types.ts'

/** One thing to ask of the world. Equal questions are asked once in a run. */
export type Question =
  | { readonly ask: 'login'; readonly registry: string; readonly repository: string }
  | ({ readonly ask: 'manifest'; readonly reference: string; readonly mediaType?: string | undefined } & Place)
  | ({ readonly ask: 'by-head'; readonly reference: string } & Place)
  | { readonly ask: 'greeting'; readonly host: RegistryHost }
  | ({
      readonly ask: 'exists'
      readonly content: 'manifest' | 'blob'
      readonly digest: string
    } & Place)
  | ({ readonly ask: 'config'; readonly config: Descriptor } & Place)
  | ({ readonly ask: 'tags' } & Place)

/** Where a question goes, and with whose eyes. */
export interface Place {
  readonly host: RegistryHost
  readonly repository: string
  readonly as: Access
}

/** One host that was asked. */
export interface Try<T> {
  readonly host: PlannedHost
  readonly answer: Answer<T>
}

/** One credential tried as the node would: every host in order until one answers. */
export interface Attempt {
  readonly access: Access
  readonly tries: readonly Try<Manifest>[]
  /** What the node would end with. */
  readonly end: Answer<Manifest>
}

/** What was found out, by plan. */
export type Evidence = ReadonlyMap<PullPlan, PullEvidence>

/** What was found out for one pull plan: facts only. */
export interface PullEvidence {
  readonly login?: RunnerLogin | undefined
  /** The node's own attempts: its known credentials in order, or the one anonymous attempt when none applies. */
  readonly attempts: readonly Attempt[]
  /** What the runner's login sees, where that had to be asked. */
  readonly runner?: Attempt | undefined
  /** What nobody in particular sees, where that had to be asked. */
  readonly anonymous?: Attempt | undefined
  /** The content behind the reference, through the first view that saw it. */
  readonly content?: SeenContent | undefined
  /** Asked only after something was absent. */
  readonly tags?: Answer<TagList> | undefined
  /** What the tag stands for now, asked at the end where a digest is written beside it. */
  readonly tagNow?: Answer<Descriptor> | undefined
}

export interface SeenContent {
  /** The view that saw it. */
  readonly attempt: Attempt
  readonly manifest: Manifest
  readonly platforms: readonly PlatformEvidence[]
}

/** The manifest that an index names for a platform, and what was found behind it. */
export interface SeenChild {
  readonly manifest: Manifest
  readonly behind: PlatformEvidence
}

/** One layer that was asked for. */
export interface SeenBlob {
  readonly digest: string
  readonly answer: Answer<Descriptor>
}

/** What was found for one required platform. */
export type PlatformEvidence =
  | {
      readonly kind: 'child'
      readonly platform: Platform
      readonly entry: Descriptor
      readonly child: Answer<Descriptor | Manifest>
      /** Where it was read, and all behind it was asked for. */
      readonly inside?: SeenChild | undefined
    }
  | { readonly kind: 'no-match'; readonly platform: Platform; readonly offered: readonly string[] }
  | {
      readonly kind: 'depends-on-runtime'
      /** Whether containerd's two implementations differ, or its versions. */
      readonly on: 'implementation' | 'version'
      readonly platform: Platform
      readonly offered: readonly string[]
    }
  | {
      readonly kind: 'single'
      readonly platform: Platform
      readonly config: Answer<ImageConfig>
      /** The layers, where the depth asks for them. */
      readonly blobs: readonly SeenBlob[]
    }
  | { readonly kind: 'unread'; readonly platform: Platform }
  /** More layers, or indexes in indexes, than are followed. */
  | { readonly kind: 'endless'; readonly platform: Platform; readonly what: 'layers' | 'indexes' }

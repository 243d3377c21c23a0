import type { Source } from '../discover/types.ts'

/** One YAML document as text, with where it came from. It is parsed later, and only if it can matter. */
export interface Document {
  readonly text: string
  readonly origin: DocumentOrigin
}

export interface DocumentOrigin {
  /** Id of the source. */
  readonly source: string
  /** The file that a person would open: the manifest, or the chart's template; root-relative. Absent when unknown. */
  readonly file?: string | undefined
  /** Whether `file` holds the document's text itself, so that lines and columns carry over. */
  readonly verbatim: boolean
  /** Position among the documents of the source. */
  readonly index: number
  /** First line of the document in `file` (1-based) where it is verbatim, else in the rendered output. */
  readonly line: number
}

/** What became of one source. */
export type Rendered = RenderedSource | FailedSource | SkippedSource

export interface RenderedSource {
  readonly kind: 'rendered'
  readonly source: Source
  /** Program and version, e.g. `helm 3.17.3`. */
  readonly renderer?: string | undefined
  readonly documents: readonly Document[]
  /** Files of the source that could not be read; the rest is used. */
  readonly unreadable: readonly UnreadableFile[]
  /** True where `${NAME}` may stand for a value that is not in the repository. */
  readonly hasVariables?: true | undefined
}

export interface UnreadableFile {
  readonly file: string
  readonly why: 'denied' | 'not-text' | 'too-large' | 'outside' | 'absent'
}

export interface FailedSource {
  readonly kind: 'failed'
  readonly source: Source
  readonly renderer?: string | undefined
  readonly failure: RenderFailure
}

export interface RenderFailure {
  readonly why:
    | 'program-missing'
    | 'program-failed'
    | 'timed-out'
    | 'too-much-output'
    | 'too-much-memory'
    | 'values-missing'
    | 'dependency-missing'
    | 'lock-out-of-date'
    | 'kube-version'
    | 'value-refused'
    | 'chart-unavailable'
  /** The program's own message, cleaned; or the file that is missing. */
  readonly detail: string
  readonly file?: string | undefined
  readonly line?: number | undefined
}

/** Seen and named, but not rendered (`unresolved-source`). */
export interface SkippedSource {
  readonly kind: 'skipped'
  readonly source: Source
}

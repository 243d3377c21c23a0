/** What the program does on one pull request. Nothing here throws for what GitHub answers. */
export interface PullRequestApi {
  /** Writes, edits or leaves alone the one comment of this instance. */
  comment(request: StickyComment): Promise<PublishResult>
  /** Offers one-click edits as one review, without repeating those that are there, and clears stale ones. */
  review(request: SuggestionReview): Promise<PublishResult>
  /** The lines that the pull request changes, as GitHub lists them: for when git cannot tell. */
  changedLines(): Promise<ChangedLines | Unavailable>
  /** What GitHub knows of the pull request now. */
  facts(): Promise<PullRequestFacts | Unavailable>
}

export interface StickyComment {
  /** Tells several uses of the program on one pull request apart. */
  readonly key: string
  /** Markdown below the marker. The limit of GitHub is 65,536 characters, marker included. */
  readonly body: string
  /** `only-existing`: edits a comment that is there and writes none where there is none ("resolved"). */
  readonly write: 'always' | 'only-existing'
}

export interface SuggestionReview {
  readonly key: string
  /** The commit that the lines belong to. Nothing is written when the pull request has moved on. */
  readonly headSha: string
  readonly suggestions: readonly Suggestion[]
}

/** Replace whole lines of a file. Lines are 1-based, of the head commit, both ends included. */
export interface Suggestion {
  readonly path: string
  readonly startLine: number
  readonly endLine: number
  /** The lines as they are, joined by line feeds, without the last one. */
  readonly original: string
  readonly replacement: string
  /** Markdown above the block. */
  readonly body: string
  /** Identity of the finding between runs. */
  readonly finding: string
}

export type Permission = 'pull-requests: write' | 'pull-requests: read'

export type PublishResult =
  | { readonly kind: 'written'; readonly id: number; readonly url: string }
  | { readonly kind: 'unchanged'; readonly id: number }
  | { readonly kind: 'nothing'; readonly because: NothingBecause }
  | { readonly kind: 'forbidden'; readonly permission: Permission }
  /** `why` is the end of a sentence, one line, without any secret. */
  | { readonly kind: 'failed'; readonly why: string }

/** `none-to-resolve`: no comment is there; `no-suggestion`: none is wanted, or none lies in the diff. */
export type NothingBecause = 'none-to-resolve' | 'no-suggestion' | 'closed' | 'locked' | 'newer-commit'

/** GitHub could not be asked, or did not answer. */
export type Unavailable = Extract<PublishResult, { kind: 'forbidden' | 'failed' }>

export interface ChangedLines {
  readonly kind: 'changed-lines'
  /** False where GitHub lists no more files than its limit: a file that is missing may be changed too. */
  readonly complete: boolean
  /** By path in the head commit. */
  readonly files: ReadonlyMap<string, FileChange>
}

export type FileChange =
  | {
      readonly kind: 'lines'
      readonly previousPath?: string | undefined
      /** Lines that the change adds or rewrites. */
      readonly changed: readonly LineRange[]
      /** Lines that the diff shows, one range a hunk: only they can carry a review comment. */
      readonly shown: readonly LineRange[]
    }
  | { readonly kind: 'removed' }
  /** Binary, too large, or left out by GitHub: any line may be changed. */
  | { readonly kind: 'unknown' }

/** 1-based, both ends included. */
export interface LineRange {
  readonly start: number
  readonly end: number
}

export interface PullRequestFacts {
  readonly kind: 'facts'
  readonly number: number
  readonly headSha: string
  readonly baseSha: string
  readonly isFork: boolean
  readonly isOpen: boolean
  readonly isLocked: boolean
}

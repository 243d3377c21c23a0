/** Something to do: what it shows, and the commands for it. */
export interface RuleStep {
  readonly say: string
  /** Shell commands. `$IMAGE`, `$REPO`, `$REGISTRY`, `$NS`, `$POD`, `$NODE` and `$SECRET` are the reader's own. */
  readonly run?: readonly string[]
}

/** What a kubelet of another kind, or another version of the runtime, writes. */
export interface Quote {
  readonly who: string
  readonly text: string
}

/**
 * The page of one finding code, for a person who stands before it at night. Sentences may hold code spans in single
 * backticks. Title, layer, severity, and the words of the kubelet that reports use are added from their own tables.
 */
export interface RulePage {
  readonly means: string
  /** Beside the words that reports give; where both are empty, `silent` says why. */
  readonly quotes?: readonly Quote[]
  readonly silent?: string
  readonly why: readonly string[]
  readonly prove: readonly RuleStep[]
  readonly fix: readonly RuleStep[]
  readonly ignore: string
  readonly decided: string
}

/** The pages of some codes. */
export type RulePages<Code extends string> = Readonly<Record<Code, RulePage>>

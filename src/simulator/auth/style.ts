import type { OciError } from '../reply.ts'

/** How a registry words and places its refusals. `{repository}` in a message is replaced. */
export interface Style {
  readonly scheme: 'basic' | 'bearer'
  /** `service` of the challenge; default the registry's host; null leaves it out. */
  readonly service?: string | null
  /** Path of the token server. */
  readonly tokenPath: string
  /** Artifactory: the realm's path holds the first component of the repository, and the scope lacks it. */
  readonly repoKeyInRealm?: boolean
  /** Scope of the challenge in place of `repository:<name>:pull`, e.g. `*`. */
  readonly scope?: string
  /** `open`: `/v2/` is 200 for everybody. */
  readonly ping: 'challenge' | 'open'
  /** Scope that the ping's challenge names though it means nothing (GHCR). */
  readonly pingScope?: string
  /** Whether what is public is served without any token. */
  readonly openWithoutToken?: boolean
  /** Further challenges of a 401, as lines of their own. */
  readonly moreChallenges?: readonly string[]
  /** Whether all challenges come in one header line. */
  readonly oneLine?: boolean
  /** Where a caller without the right is refused: with a token that grants nothing, or without a token. */
  readonly refusesAt: 'registry' | 'token-endpoint'
  /** What a caller without the right is told, where he is refused. */
  readonly noAccess: Refusal
  /** What wrong logins are told; `anonymous` treats them as no login at all (Harbor). */
  readonly wrongLogin: Refusal | 'anonymous'
  readonly expiredLogin?: Refusal
  /** A missing repository is 404 for callers without a right to it, not a refusal. */
  readonly missingIs404?: boolean
  /** Answer to a POST at the token server; 200 where it is implemented. */
  readonly post: 200 | 400 | 401 | 404 | 405
  readonly tokenField?: 'token' | 'access_token'
  /** Whether `expires_in` is left out. */
  readonly silentExpiry?: boolean
  /** What a missing manifest is called. */
  readonly missingManifest?: OciError
  readonly headers?: Readonly<Record<string, string>>
}

/** A refusal: an error of the spec, or a text as it is; `challenge` replaces the usual one (`''`: blank). */
export interface Refusal {
  readonly status: number
  readonly code?: string
  readonly message: string
  readonly challenge?: string
}

import type { Secret } from '../secret.ts'

/** One login of a pull secret or of a docker config. */
export interface KeyringEntry {
  /** Name of the pull secret. */
  readonly secret: string
  /**
   * The key as written, without user info (which may hold a password). User info that no URL may have, for which the
   * kubelet skips the entry, is left as the words `<user info>@`.
   */
  readonly key: string
  readonly username: string
  readonly password: Secret
}

/** A login that the kubelet tries for a repository. */
export interface KeyringMatch {
  readonly entry: KeyringEntry
  /** `default-registry`: nothing matched by key, and the image counts as one of Docker Hub. */
  readonly by: 'key' | 'default-registry'
}

/** What the kubelet makes of a secret that a pod names. */
export type DecodedSecret =
  | { readonly kind: 'decoded'; readonly entries: readonly KeyringEntry[] }
  | { readonly kind: 'ignored'; readonly why: 'type' | 'key-missing' | 'empty' }
  /** In the kubelet's words; it pulls nothing for the pod. */
  | { readonly kind: 'undecodable'; readonly error: string }

/** A secret's content; a value that is no base64 is undefined. */
export interface PullSecret {
  readonly name: string
  readonly type: string
  readonly data: Readonly<Record<string, Secret | string | undefined>>
}

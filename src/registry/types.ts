import type { Secret } from '../secret.ts'

/** One endpoint that speaks the OCI distribution API, with the rules by which a node would talk to it. */
export interface RegistryHost {
  /** What the image reference names, e.g. `docker.io`. Credentials are keyed to this. */
  readonly registry: string
  /** What is contacted, `host[:port]`, e.g. `registry-1.docker.io`. */
  readonly authority: string
  /** Path before the repository; `/v2` unless a mirror overrides it. */
  readonly path: string
  readonly scheme: 'https' | 'http' | 'https-then-http'
  /** False where a node would not verify the certificate: loopback with a port, declared insecure. */
  readonly verify: boolean
  /** PEM certificates that are trusted besides the usual roots. */
  readonly ca?: string | undefined
  readonly client?: { readonly certificate: string; readonly key: Secret } | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Set for a mirror: the registry whose content it serves (`?ns=`, containerd hosts.toml). */
  readonly mirrorOf?: string | undefined
}

/** A login, as docker config files, helpers and pull secrets hold it. */
export type Credential =
  | { readonly kind: 'basic'; readonly username: string; readonly password: Secret }
  | { readonly kind: 'identity-token'; readonly token: Secret }
  | { readonly kind: 'registry-token'; readonly token: Secret }

/** With whose eyes a question is asked. `name` is what reports print: `shop/regcred#ghcr.io`. */
export type Access =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'runner'; readonly credential: Credential; readonly from: string }
  | { readonly kind: 'secret'; readonly name: string; readonly credential: Credential }

/** What the runner's own docker login holds for a repository. */
export type RunnerLogin =
  | {
      readonly kind: 'login'
      readonly credential: Credential
      readonly from: string
      /** Under other spellings of the registry's name, for where the first is refused. */
      readonly others?: readonly Credential[] | undefined
      /** The workflow's own token: it shows whether an image exists, and no node ever holds it. */
      readonly ofJob?: true | undefined
    }
  | { readonly kind: 'none'; readonly why: string }
  | { readonly kind: 'broken'; readonly from: string; readonly why: string }

/** One request that was sent, without anything secret in it. */
export interface RequestRecord {
  readonly method: string
  readonly url: string
  /** Absent when no answer came; then `failure` says why. */
  readonly status?: number | undefined
  readonly failure?: FailureCode | undefined
  /** Codes of the distribution error body, e.g. `MANIFEST_UNKNOWN`. */
  readonly codes: readonly string[]
  /** `none`, `runner` or `secret:<name>`. */
  readonly credentials: string
}

interface Answered {
  readonly trail: readonly RequestRecord[]
}

/** What a registry said to one question. Never thrown; the cause is kept, not an error text. */
export type Answer<T> = Found<T> | Absent | Refused | Blocked | Limited | Failed

export interface Found<T> extends Answered {
  readonly kind: 'found'
  readonly value: T
}

/** A registry wrote a 404. */
export interface Absent extends Answered {
  readonly kind: 'absent'
  /** What the registry's own error code says is missing; `unclear` where the code does not tell. */
  readonly missing: 'repository' | 'manifest' | 'unclear'
  /** Written by a product that can be set to say so of what the caller has no right to see. */
  readonly mayHide?: true | undefined
  readonly codes: readonly string[]
  readonly message: string
}

/** 401 or 403 after everything that the access allows was tried. */
export interface Refused extends Answered {
  readonly kind: 'refused'
  readonly status: number
  readonly by: 'registry' | 'token-endpoint'
  /** Whether a token was issued before the refusal. */
  readonly tokenIssued: boolean
  readonly codes: readonly string[]
  readonly message: string
}

/** The registry knows the answer and forbids it by policy: 412, 451, scanner, firewall. */
export interface Blocked extends Answered {
  readonly kind: 'blocked'
  readonly status: number
  /** `runner`: it is our address that is refused, which says nothing about the nodes. */
  readonly about: 'image' | 'runner'
  readonly message: string
}

/** 429, from the registry or its token endpoint. */
export interface Limited extends Answered {
  readonly kind: 'limited'
  readonly quota: 'pulls' | 'requests' | 'data'
  /** Milliseconds the registry asked us to wait, where it said so. */
  readonly retryAfterMs?: number | undefined
  readonly message: string
}

/** No usable answer: what went wrong, and with which host. */
export interface Failed extends Answered {
  readonly kind: 'failed'
  readonly failure: FailureCode
  /** The host that failed: registry, token endpoint, redirect target or proxy. */
  readonly host: string
  readonly at: 'registry' | 'token-endpoint' | 'redirect' | 'proxy'
  /** HTTP status, where there was one. */
  readonly status?: number | undefined
  /** One cleaned sentence of evidence: system error, TLS text, start of the body. */
  readonly detail: string
}

/** Every way in which no usable answer comes. */
export type FailureCode =
  | 'name-not-resolved'
  | 'resolver-unavailable'
  | 'connection-refused'
  | 'host-unreachable'
  | 'connect-timeout'
  | 'response-timeout'
  | 'body-timeout'
  | 'connection-reset'
  | 'connection-closed'
  | 'tls-unknown-authority'
  | 'tls-expired'
  | 'tls-not-yet-valid'
  | 'tls-name-mismatch'
  | 'tls-version'
  | 'tls-handshake'
  | 'tls-client-certificate'
  | 'plain-http'
  | 'https-expected'
  | 'proxy-refused'
  | 'proxy-authentication'
  | 'proxy-bad-gateway'
  | 'proxy-unreachable'
  | 'redirect-loop'
  | 'redirect-unsafe'
  | 'redirect-refused'
  | 'server-error'
  | 'head-refused'
  | 'greeting-refused'
  | 'login-unasked'
  | 'upstream-refused'
  | 'not-a-registry'
  | 'challenge-unusable'
  | 'realm-unsafe'
  | 'token-endpoint-failed'
  | 'token-rejected'
  | 'credential-withheld'
  | 'address-forbidden'
  | 'body-too-large'
  | 'body-cut'
  | 'body-invalid'
  | 'headers-too-large'
  | 'deadline'

/** A content descriptor (OCI image spec, descriptor.md), reduced to what we judge. */
export interface Descriptor {
  readonly mediaType: string
  readonly digest: string
  readonly size: number
  readonly platform?: ManifestPlatform | undefined
}

/** The platform object of an index entry or an image config, as written. */
export interface ManifestPlatform {
  readonly os: string
  readonly architecture: string
  readonly variant?: string | undefined
  readonly osVersion?: string | undefined
  readonly osFeatures?: readonly string[] | undefined
}

interface ManifestBase {
  readonly mediaType: string
  /** Digest of the body we read, or the one that the registry stated when the body was not read. */
  readonly digest: string
}

/** What an image config states, as far as a pull depends on it. */
export interface ImageConfig extends ManifestPlatform {
  /** How many layers it lists (`rootfs.diff_ids`); undefined where it lists none in the right shape. */
  readonly diffIds?: number | undefined
}

/** What stands behind a tag or digest. */
export type Manifest = ImageIndex | ImageManifest | UnsupportedManifest | InvalidManifest | UnreadManifest

export interface ImageIndex extends ManifestBase {
  readonly kind: 'index'
  readonly entries: readonly Descriptor[]
}

export interface ImageManifest extends ManifestBase {
  readonly kind: 'manifest'
  readonly artifactType?: string | undefined
  readonly config: Descriptor
  readonly layers: readonly Descriptor[]
}

export interface UnsupportedManifest extends ManifestBase {
  readonly kind: 'unsupported'
  readonly why: 'schema-1' | 'media-type'
}

export interface InvalidManifest extends ManifestBase {
  readonly kind: 'invalid'
  readonly why: 'digest-mismatch' | 'too-large' | 'not-json' | 'shape' | 'headers'
  readonly detail: string
}

/** It is there, but its body could not be read (a GET limited after a good HEAD, say). */
export interface UnreadManifest extends ManifestBase {
  readonly kind: 'unread'
  readonly because: Exclude<Answer<never>, Found<never>>
}

/** What a registry answers to `GET /v2/`. */
export interface Greeting {
  /** Whether it names a way to log in, without which some runtimes never show a login. */
  readonly asksForLogin: boolean
}

/** That a runtime which resolves by HEAD comes to the same as one that asks by GET at once. */
export interface AsRead {
  readonly kind: 'as-read'
}

/** A repository's tags; `complete` is false when the list was cut at our bound. */
export interface TagList {
  readonly tags: readonly string[]
  readonly complete: boolean
}

/** Where a question goes. */
export interface Target {
  readonly host: RegistryHost
  readonly repository: string
  readonly as: Access
}

/**
 * The registry port. Each distinct question reaches the network once per run; the implementation holds tokens,
 * connections, queues per host, retries, the content cache and the deadline.
 */
export interface Registry {
  /** What the runner's docker login has for a repository of a registry. */
  login(registry: string, repository: string): Promise<RunnerLogin>
  /**
   * Resolves a tag or digest and reads the manifest behind it. `mediaType` is that of the index which names it: for
   * the runtimes it counts in place of what the registry says.
   */
  manifest(target: Target, reference: string, mediaType?: string): Promise<Answer<Manifest>>
  /**
   * What a runtime ends with that resolves a reference by HEAD before it fetches, as containerd does; `as-read` where
   * that is what `manifest` answers. A host that gave the same by both once is believed to do so.
   */
  byHead(target: Target, reference: string): Promise<Answer<Manifest | AsRead>>
  /** What a host says before anything is asked of it; CRI-O goes by that. */
  greet(host: RegistryHost): Promise<Answer<Greeting>>
  /** What a tag stands for now, by one HEAD and nothing else. */
  resolve(target: Target, tag: string): Promise<Answer<Descriptor>>
  /** Whether a manifest or blob is there, by HEAD; a ranged GET where a HEAD of a blob is refused. */
  exists(
    target: Target,
    content: { readonly kind: 'manifest' | 'blob'; readonly digest: string },
  ): Promise<Answer<Descriptor>>
  /** What an image config states. */
  config(target: Target, config: Descriptor): Promise<Answer<ImageConfig>>
  /** The repository's tags, bounded. */
  tags(target: Target): Promise<Answer<TagList>>
  /** Counts for the report. */
  readonly usage: RegistryUsage
}

/** A registry client that can also forget: for images that may have come meanwhile. */
export interface RenewableRegistry extends Registry {
  /** The same client, with its logins, connections and queues, without what it was told. */
  fresh(): Registry
}

/** What the run cost. */
export interface RegistryUsage {
  readonly requests: number
  readonly manifestGets: number
  /** Docker Hub's remaining pulls, where a header told. */
  readonly pullQuota?: { readonly remaining: number; readonly limit: number; readonly registry: string } | undefined
}

import type { Answer } from './answers/types.ts'
import type { Descriptor, ImageConfig, Manifest } from './content/types.ts'
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

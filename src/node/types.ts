import type { Secret } from '../secret.ts'

/** How the nodes of one environment come from a registry's name to the hosts that they ask. */
export type NodeRegistries =
  | { readonly kind: 'direct' }
  | { readonly kind: 'hosts-tree'; readonly folders: ReadonlyMap<string, HostsFolder> }
  | { readonly kind: 'registries-conf'; readonly file: string; readonly conf: RegistriesConf }
  /** A registries.conf with which CRI-O pulls nothing at all. */
  | { readonly kind: 'unusable'; readonly file: string; readonly why: string }

/** The rules of one registry's folder: hosts in the order in which they are tried, the registry's own server last. */
export interface HostsFolder {
  readonly hosts: readonly HostRule[]
}

/** One host of a hosts.toml, with its files read. */
export interface HostRule {
  /** Undefined: the registry itself, as its name says. */
  readonly address?: HostAddress | undefined
  readonly pulls: boolean
  /** Whether the node believes the host when it says which digest a tag stands for. */
  readonly resolves: boolean
  readonly tls: HostTls
  readonly headers: Readonly<Record<string, string>>
}

export interface HostAddress {
  readonly scheme: 'http' | 'https'
  /** `host[:port]`. */
  readonly authority: string
  /** Path before the repository, without a slash at its end. */
  readonly path: string
}

export interface HostTls {
  readonly skipVerify?: boolean | undefined
  /** PEM. */
  readonly ca?: string | undefined
  readonly client?: { readonly certificate: string; readonly key: Secret } | undefined
  /** Whether anything about TLS is set, even where its files could not be read here. */
  readonly isConfigured: boolean
}

/** containers-registries.conf(5), version 2. */
export interface RegistriesConf {
  readonly registries: readonly RegistryRule[]
  readonly searchRegistries: readonly string[]
  /** Short names without tag, to full names; null takes an alias away. */
  readonly aliases: ReadonlyMap<string, string | null>
}

export interface RegistryEndpoint {
  /** `host[:port][/path]`; empty only below a prefix with a wildcard. */
  readonly location: string
  readonly insecure: boolean
}

export interface RegistryRule extends RegistryEndpoint {
  readonly prefix: string
  readonly blocked: boolean
  readonly mirrors: readonly RegistryMirror[]
}

export interface RegistryMirror extends RegistryEndpoint {
  readonly pulls: 'all' | 'digest-only' | 'tag-only'
}

/** Something about a file of the nodes' configuration that a person should know. */
export interface NodeFileNote {
  readonly file: string
  readonly line?: number | undefined
  readonly why: NodeFileReason
  readonly detail: string
}

export type NodeFileReason =
  /** containerd discards the file and goes to the registry itself. */
  | 'hosts-file-discarded'
  /** A certificate or key that the file names is not in the tree. */
  | 'certificate-missing'
  /** `rewrite` tables, which containerd itself does not know. */
  | 'rewrite-ignored'
  /** It is declared for nodes whose runtime does not read such files. */
  | 'not-read'
  /** CRI-O pulls nothing with it. */
  | 'registries-conf-invalid'
  /** The folder or file that the environment names can't be read. */
  | 'absent'
  | 'denied'
  | 'outside'
  | 'unreadable'

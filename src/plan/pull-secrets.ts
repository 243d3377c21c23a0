import type { SuppliedSecret } from '../config/types.ts'
import type { Inventory, RenderedSecret, RenderedServiceAccount } from '../extract/types.ts'
import type { Source } from '../discover/types.ts'
import { decodePullSecret } from '../keyring/decode.ts'
import type { KeyringEntry } from '../keyring/types.ts'
import { effectiveNamespace } from './namespace.ts'

/** What is known of one secret that a pod names. */
export type NamedSecret =
  | { readonly kind: 'known'; readonly entries: readonly KeyringEntry[] }
  | { readonly kind: 'undecodable'; readonly error: string }
  | { readonly kind: 'ignored'; readonly why: string }
  | { readonly kind: 'produced' }
  | { readonly kind: 'elsewhere'; readonly namespaces: readonly string[] }
  | { readonly kind: 'missing' }

/** Looks up secrets and service accounts as rendered, by namespace and name; the use's own source goes first. */
export class Namespaces {
  readonly #sources: ReadonlyMap<string, Source>
  // by name: ten thousand pods may name a thousand secrets
  readonly #secrets: ReadonlyMap<string, readonly RenderedSecret[]>
  readonly #serviceAccounts: ReadonlyMap<string, readonly RenderedServiceAccount[]>
  readonly #producers: ReadonlyMap<string, Inventory['producers']>
  readonly #supplied: ReadonlyMap<string, readonly SuppliedSecret[]>
  readonly #found = new Map<string, NamedSecret>()
  readonly #decoded = new Map<RenderedSecret | SuppliedSecret, NamedSecret>()

  constructor(inventory: Inventory, sources: readonly Source[], supplied: readonly SuppliedSecret[]) {
    this.#sources = new Map(sources.map(source => [source.id, source]))
    this.#secrets = byName(inventory.secrets)
    this.#serviceAccounts = byName(inventory.serviceAccounts)
    this.#producers = byName(inventory.producers)
    this.#supplied = byName(supplied)
  }

  /** The namespace of an object of a source. */
  of(written: string | undefined, source: string): string {
    return effectiveNamespace(written, this.#sources.get(source))
  }

  serviceAccount(name: string, namespace: string, source: string): RenderedServiceAccount | undefined {
    const named = this.#serviceAccounts.get(name) ?? []
    const here = named.filter(account => this.of(account.namespace, account.source) === namespace)
    return here.find(account => account.source === source) ?? here[0]
  }

  secret(name: string, namespace: string, source: string): NamedSecret {
    const key = JSON.stringify([name, namespace, source])
    const found = this.#found.get(key) ?? this.#find(name, namespace, source)
    this.#found.set(key, found)
    return found
  }

  #find(name: string, namespace: string, source: string): NamedSecret {
    if (name === '') return { kind: 'ignored', why: 'blank-name' }
    const supplied = this.#supply(name, namespace)
    if (supplied !== undefined) return this.#decode(supplied, () => dockerConfigJson(name, supplied))
    const named = this.#secrets.get(name) ?? []
    const here = named.filter(secret => this.of(secret.namespace, secret.source) === namespace)
    const own = here.find(secret => secret.source === source) ?? here[0]
    if (own !== undefined) return disagree(own, here, source) ? { kind: 'produced' } : this.#decode(own, () => own)
    return this.#absent(name, namespace, named)
  }

  // a secret is often named by many pods, and may be large
  #decode(secret: RenderedSecret | SuppliedSecret, read: () => Parameters<typeof decodePullSecret>[0]): NamedSecret {
    const decoded = this.#decoded.get(secret) ?? known(decodePullSecret(read()))
    this.#decoded.set(secret, decoded)
    return decoded
  }

  #supply(name: string, namespace: string): SuppliedSecret | undefined {
    const fits = this.#supplied.get(name) ?? []
    return fits.find(secret => secret.namespace === namespace) ?? fits.find(secret => secret.namespace === undefined)
  }

  #absent(name: string, namespace: string, named: readonly RenderedSecret[]): NamedSecret {
    const producers = this.#producers.get(name) ?? []
    const produced = producers.some(producer => this.of(producer.namespace, producer.source) === namespace)
    if (produced) return { kind: 'produced' }
    const namespaces = [...new Set(named.map(secret => this.of(secret.namespace, secret.source)))]
    return namespaces.length > 0 ? { kind: 'elsewhere', namespaces } : { kind: 'missing' }
  }
}

function byName<T extends { readonly name: string }>(all: readonly T[]): ReadonlyMap<string, readonly T[]> {
  return Map.groupBy(all, ({ name }) => name)
}

function dockerConfigJson(name: string, supplied: SuppliedSecret): Parameters<typeof decodePullSecret>[0] {
  return {
    name,
    type: 'kubernetes.io/dockerconfigjson',
    data: { '.dockerconfigjson': supplied.content },
  }
}

// two other sources that render the same name differently: which one the cluster holds can't be known
function disagree(own: RenderedSecret, here: readonly RenderedSecret[], source: string): boolean {
  return own.source !== source && here.some(other => contentOf(other) !== contentOf(own))
}

function contentOf(secret: RenderedSecret): string {
  const entries = Object.entries(secret.data).map(([key, value]) => [key, value?.reveal()])
  return JSON.stringify([secret.type, entries])
}

// a chart's own template over empty values: a place for a login, not a login
function known(decoded: ReturnType<typeof decodePullSecret>): NamedSecret {
  if (decoded.kind !== 'decoded')
    return decoded.kind === 'ignored' ? decoded : { kind: 'undecodable', error: decoded.error }
  const blank = decoded.entries.some(entry => entry.username === '' && entry.password.reveal() === '')
  return blank || decoded.entries.length === 0 ? { kind: 'produced' } : { kind: 'known', entries: decoded.entries }
}
